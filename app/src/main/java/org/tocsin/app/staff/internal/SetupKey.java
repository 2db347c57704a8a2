package org.tocsin.app.staff.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;

/**
 * The one-time key of a blank installation: only who can read {@code keys/setup.key} of the data
 * folder, so who installed it, becomes its first administrator, and not whoever finds its address
 * first. It is made when a blank installation is first asked about and deleted once it was used.
 */
@Component
public class SetupKey {
  private static final Logger LOG = LoggerFactory.getLogger(SetupKey.class);
  private static final int BYTES = 8;

  private final Path file;

  SetupKey(@Value("${tocsin.data-dir}") Path dataFolder) {
    this.file = dataFolder.resolve("keys").resolve("setup.key");
  }

  /** Sees to it that there is a key. */
  public void offer() {
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "setup",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, grouped(HexFormat.of().formatHex(key)) + "\n");
      try {
        // A link appears whole or not at all, and never replaces what another thread was quicker
        // with.
        Files.createLink(file, fresh);
        LOG.info("the installation is blank; its set-up asks for the key in {}", file);
      } catch (FileAlreadyExistsException quicker) {
        // Then that one is the key.
      } finally {
        Files.delete(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Refuses a wrong key.
   *
   * @throws Problem SETUP_KEY
   */
  void check(@Nullable String given) {
    byte[] said = bare(given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
    byte[] wanted = bare(read()).getBytes(StandardCharsets.UTF_8);
    if (wanted.length == 0 || !MessageDigest.isEqual(wanted, said)) {
      throw Problem.refused(ProblemCode.SETUP_KEY);
    }
  }

  /** It has served. */
  void spend() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Harmless: the installation is set up, and is so only once.
      LOG.warn("{} could not be deleted: {}", file, e.toString());
    }
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In groups of four, because people type it. */
  private static String grouped(String hex) {
    return hex.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String bare(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }
}
