package org.tocsin.app.foundation.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.tocsin.app.foundation.internal.archive.Manifest.SequenceState;
import org.tocsin.app.foundation.internal.archive.Manifest.TableProof;
import org.tocsin.app.foundation.internal.db.DataFolder;
import org.tocsin.app.foundation.internal.db.DatabaseProblem;
import org.tocsin.app.foundation.internal.db.Databases;
import org.tocsin.app.foundation.internal.db.Migrations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty database from a backup and proves that each table arrived as it left. */
final class Restore implements AutoCloseable {
  private final ZipFile zip;
  private final Manifest manifest;

  /**
   * @throws DatabaseProblem when the file is no backup, or a newer Tocsin wrote it
   */
  Restore(Path file) {
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new DatabaseProblem(
          "%s cannot be read as a backup: %s".formatted(file, e.getMessage()), e);
    }
    try (InputStream in = open(Manifest.ENTRY)) {
      manifest = JsonMapper.builder().build().readValue(in, Manifest.class);
    } catch (IOException | JacksonException e) {
      throw new DatabaseProblem(
          "%s is no backup of Tocsin, or it is damaged: %s".formatted(file, e.getMessage()), e);
    }
    requireReadable(manifest, Migrations.known());
  }

  Manifest manifest() {
    return manifest;
  }

  static void requireReadable(Manifest manifest, Map<String, String> known) {
    if (manifest.format() > Manifest.FORMAT) {
      throw new DatabaseProblem(
          "The backup was written by a newer Tocsin (%s); restore it with that one."
              .formatted(manifest.version()));
    }
    manifest
        .rooms()
        .forEach(
            (room, version) -> {
              String mine = known.get(room);
              if (mine == null || MigrationVersion.fromVersion(version).isNewerThan(mine)) {
                throw new DatabaseProblem(
                    ("The backup was written by a newer Tocsin (%s): its room %s is at version %s, this one knows %s."
                            + " Restore it with that one.")
                        .formatted(
                            manifest.version(), room, version, mine == null ? "none" : mine));
              }
            });
  }

  /**
   * Restores into a database that holds nothing of Tocsin's. When anything fails, the database is
   * as empty as before.
   */
  void into(DataFolder folder, Databases databases, String appUser) {
    Target.requireEmpty(databases);
    boolean whole = false;
    try {
      new Migrations(databases.owner(), appUser).to(manifest.rooms());
      fillAndVerify(databases);
      restoreKeys(folder);
      whole = true;
    } catch (SQLException | IOException e) {
      throw new DatabaseProblem("The restore failed, nothing was kept: " + e.getMessage(), e);
    } finally {
      if (!whole) {
        Target.dropRooms(databases);
      }
    }
  }

  private void fillAndVerify(Databases databases) throws SQLException, IOException {
    try (Connection connection = databases.owner().connect()) {
      connection.setAutoCommit(false);
      List<Tables.Table> tables = matching(Tables.list(connection));
      fill(connection, tables);
      verify(connection, tables);
      connection.commit();
    }
  }

  /**
   * The target's tables in the order of the manifest; both must have the same tables and columns.
   */
  private List<Tables.Table> matching(List<Tables.Table> present) {
    var ordered = new ArrayList<Tables.Table>();
    for (TableProof proof : manifest.tables()) {
      ordered.add(
          present.stream()
              .filter(
                  t ->
                      t.schema().equals(proof.schema())
                          && t.name().equals(proof.name())
                          && t.columns().equals(proof.columns()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new DatabaseProblem(
                          "The backup is damaged: its table %s does not fit its versions."
                              .formatted(proof.qualified()))));
    }
    if (ordered.size() != present.size()) {
      throw new DatabaseProblem("The backup is damaged: it lacks tables of its versions.");
    }
    return ordered;
  }

  private void fill(Connection connection, List<Tables.Table> tables)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      for (Tables.Table table : tables) {
        // Rows come as they were; nothing may be derived from them a second time or refused as a
        // change.
        statement.execute("alter table %s disable trigger user".formatted(table.qualified()));
      }
      List<String> foreignKeys = Target.dropForeignKeys(connection);
      for (Tables.Table table : tables) {
        // Migrations may have put first rows there; cascade is not needed, all foreign keys are
        // gone.
        statement.execute("truncate table " + table.qualified());
        copyIn(connection, table);
      }
      for (String foreignKey : foreignKeys) {
        statement.execute(foreignKey);
      }
      for (Tables.Table table : tables) {
        statement.execute("alter table %s enable trigger user".formatted(table.qualified()));
      }
    }
    for (SequenceState sequence : manifest.sequences()) {
      try (PreparedStatement set =
          connection.prepareStatement(
              "select setval(format('%I.%I', ?::text, ?::text)::regclass, ?, ?)")) {
        set.setString(1, sequence.schema());
        set.setString(2, sequence.name());
        set.setLong(3, sequence.last());
        set.setBoolean(4, sequence.called());
        set.execute();
      }
    }
  }

  private void copyIn(Connection connection, Tables.Table table) throws SQLException, IOException {
    try (InputStream in = open("tables/%s.%s.copy".formatted(table.schema(), table.name()))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s (%s) from stdin".formatted(table.qualified(), table.columnList()), in);
    }
  }

  private void verify(Connection connection, List<Tables.Table> tables)
      throws SQLException, IOException {
    for (int i = 0; i < tables.size(); i++) {
      TableProof wanted = manifest.tables().get(i);
      TableProof got = Tables.copyOut(connection, tables.get(i), OutputStream.nullOutputStream());
      if (!got.equals(wanted)) {
        throw new DatabaseProblem(
            "The backup is damaged: table %s has %d rows with hash %s, but %d with %s were backed up."
                .formatted(
                    wanted.qualified(), got.rows(), got.sha256(), wanted.rows(), wanted.sha256()));
      }
    }
  }

  private void restoreKeys(DataFolder folder) throws IOException {
    for (String key : manifest.keys()) {
      if (!key.matches("[A-Za-z0-9._-]+") || key.startsWith(".")) {
        throw new DatabaseProblem(
            "The backup is damaged: it names a key file '%s'.".formatted(key));
      }
      try (InputStream in = open("keys/" + key)) {
        folder.writeSecret(key, in.readAllBytes());
      }
    }
    if (!manifest.kind().isEmpty()) {
      Files.writeString(folder.root().resolve("kind"), manifest.kind() + "\n");
    }
  }

  private InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry " + name);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
