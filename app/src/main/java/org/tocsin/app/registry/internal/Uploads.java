package org.tocsin.app.registry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.ImportId;

/** Keeps a file that was sent in until it is read. */
@Component
class Uploads {
  private static final long MAX_BYTES = 200L << 20;

  private final Path folder;

  Uploads(@Value("${tocsin.data-dir}") String dataFolder) {
    this.folder = Path.of(dataFolder).resolve("imports");
  }

  record Stored(Path file, long bytes, String sha256) {}

  /**
   * Stores a file.
   *
   * @param suffix the end of its name, which tells GraphHopper what kind of extract it is
   */
  Stored store(ImportId id, String suffix, InputStream content) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(id + suffix);
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      long bytes = 0;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
          bytes += n;
          if (bytes > MAX_BYTES) {
            break;
          }
          out.write(buffer, 0, n);
        }
      }
      if (bytes > MAX_BYTES) {
        delete(file);
        throw Problem.tooLarge("file", MAX_BYTES);
      }
      return new Stored(file, bytes, HexFormat.of().formatHex(sha256.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
