package org.tocsin.app.staff.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals small secrets (AES-256-GCM) with a key that is not in the database: whoever has a dump of
 * it cannot make one-time codes. The key is made at first use in {@code keys/totp.key} of the data
 * folder, readable by this user only; nodes that share a database must share the file.
 *
 * <p>Layout: 1 byte version (1), 12 bytes nonce, ciphertext with a 16-byte tag. What the secret
 * belongs to is bound in as associated data, so that a sealed secret cannot be moved to another
 * row.
 */
@Component
public class SecretBox {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  SecretBox(@Value("${tocsin.data-dir}") Path dataFolder) {
    this(read(dataFolder.resolve("keys").resolve("totp.key")));
  }

  SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  private static byte[] read(Path file) {
    try {
      make(file);
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != 32) {
        throw new IllegalStateException(file + " must hold 64 hex digits");
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "totp",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, HexFormat.of().formatHex(key));
    try {
      // A link appears whole or not at all, and never replaces the key of a node that was quicker.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException quicker) {
      // Then that one is the key.
    } finally {
      Files.delete(fresh);
    }
  }

  /** Seals a secret for what it belongs to. */
  public byte[] seal(byte[] secret, String belongsTo) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, belongsTo);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens a sealed secret.
   *
   * @throws IllegalStateException if it was changed, belongs to something else, or the key is
   *     another
   */
  public byte[] open(byte[] box, String belongsTo) {
    if (box.length < 1 + NONCE || box[0] != VERSION) {
      throw new IllegalStateException("not a sealed secret");
    }
    ByteBuffer in = ByteBuffer.wrap(box, 1, box.length - 1);
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    return run(Cipher.DECRYPT_MODE, nonce, sealed, belongsTo);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String belongsTo) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed secret cannot be opened with this key", e);
    }
  }
}
