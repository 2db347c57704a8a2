package org.tocsin.app.foundation.internal.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tocsin.app.foundation.internal.archive.Manifest.TableProof;
import org.tocsin.app.foundation.internal.db.DataFolder;
import org.tocsin.app.foundation.internal.db.DatabaseProblem;
import org.tocsin.app.foundation.internal.db.Login;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one consistent snapshot of an installation into a zip; the installation may go on working
 * meanwhile.
 */
final class Backup {
  private final DataFolder folder;
  private final Login owner;
  private final String version;

  Backup(DataFolder folder, Login owner, String version) {
    this.folder = folder;
    this.owner = owner;
    this.version = version;
  }

  /**
   * Writes the backup. The file appears under its name only when it is whole, readable by its owner
   * only.
   *
   * @throws DatabaseProblem when the database or the file cannot be used
   */
  Manifest write(Path file) {
    Path target = file.toAbsolutePath();
    Path part = null;
    try {
      if (Files.exists(target)) {
        throw new DatabaseProblem(
            "%s exists already; a backup never overwrites another.".formatted(target));
      }
      part =
          Files.createTempFile(
              target.getParent(),
              target.getFileName().toString(),
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest;
      try (OutputStream out = Files.newOutputStream(part);
          var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
          Connection connection = owner.connect()) {
        manifest = snapshot(connection, zip);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The backup %s cannot be written: %s".formatted(target, e.getMessage()), e);
    } catch (SQLException e) {
      throw new DatabaseProblem("The backup failed in the database: " + e.getMessage(), e);
    } finally {
      deleteQuietly(part);
    }
  }

  private Manifest snapshot(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    Instant at = now(connection);
    var proofs = new ArrayList<TableProof>();
    for (Tables.Table table : Tables.list(connection)) {
      zip.putNextEntry(new ZipEntry("tables/" + table.schema() + "." + table.name() + ".copy"));
      proofs.add(Tables.copyOut(connection, table, zip));
      zip.closeEntry();
    }
    var keys = keyFiles();
    for (Path key : keys) {
      zip.putNextEntry(new ZipEntry("keys/" + key.getFileName()));
      Files.copy(key, zip);
      zip.closeEntry();
    }
    var manifest =
        new Manifest(
            Manifest.FORMAT,
            version,
            at,
            kind(),
            Tables.versions(connection),
            proofs,
            Tables.sequences(connection),
            keys.stream().map(key -> key.getFileName().toString()).toList());
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    connection.rollback();
    return manifest;
  }

  // The first query of a repeatable-read transaction fixes what all later ones see.
  private static Instant now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select now()")) {
      rows.next();
      return rows.getTimestamp(1).toInstant();
    }
  }

  /**
   * Key files but the database's own passwords: those belong to the database server, and a restored
   * one makes new ones.
   */
  private List<Path> keyFiles() throws IOException {
    if (!Files.isDirectory(folder.keys())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.keys())) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> !file.toString().endsWith(".password") && !file.toString().endsWith(".part"))
          .sorted()
          .toList();
    }
  }

  private String kind() throws IOException {
    Path mark = folder.root().resolve("kind");
    return Files.exists(mark) ? Files.readString(mark).strip() : "";
  }

  private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is a broken-off part in the folder the person chose; the message about the failure
      // itself matters more.
      return;
    }
  }
}
