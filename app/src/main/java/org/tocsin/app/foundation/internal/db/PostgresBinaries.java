package org.tocsin.app.foundation.internal.db;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs that come with Tocsin, unpacked once per machine and user. */
final class PostgresBinaries {
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final int FINGERPRINT_BYTES = 1 << 18;

  private PostgresBinaries() {}

  /**
   * Unpacks the programs below a folder unless they are there already. Two processes that do this
   * at the same time both succeed; a broken-off unpacking leaves nothing that could be mistaken for
   * a whole one.
   *
   * @return the folder with {@code bin/}, {@code lib/} and {@code share/}
   */
  static Path unpackBelow(Path parent) {
    byte[] archive = archive();
    Path home = parent.resolve("postgres-" + fingerprint(archive));
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    try {
      Files.createDirectories(parent);
      Path part = Files.createTempDirectory(parent, "unpacking");
      Files.setPosixFilePermissions(part, PROGRAM);
      extract(archive, part);
      try {
        Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        DataFolder.deleteTree(part);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
          throw e;
        }
      }
      return home;
    } catch (IOException e) {
      throw new DatabaseProblem(
          "PostgreSQL could not be unpacked below %s: %s".formatted(parent, e.getMessage()), e);
    }
  }

  private static byte[] archive() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default ->
              throw new DatabaseProblem(
                  "Tocsin carries no PostgreSQL for %s; use an external one with --database."
                      .formatted(machine));
        };
    try (InputStream in = PostgresBinaries.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new DatabaseProblem(
            "The built-in PostgreSQL (%s) is not in this build.".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DatabaseProblem("The built-in PostgreSQL cannot be read", e);
    }
  }

  // The head of a compressed stream and its length tell two releases apart, and cost no reading of
  // 15 MB at each start.
  private static String fingerprint(byte[] archive) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(archive, 0, Math.min(archive.length, FINGERPRINT_BYTES));
      digest.update(
          Integer.toString(archive.length).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZCompressorInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        write(tar, entry, file);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("unexpected hard link " + entry.getName());
    } else if (!entry.getName().endsWith(".a")) {
      Files.copy(tar, file);
      if ((entry.getMode() & 0100) != 0 || entry.getName().contains("bin/")) {
        Files.setPosixFilePermissions(file, PROGRAM);
      }
    }
  }
}
