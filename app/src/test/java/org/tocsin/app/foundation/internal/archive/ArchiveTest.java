package org.tocsin.app.foundation.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.foundation.internal.archive.Manifest.TableProof;
import org.tocsin.app.foundation.internal.db.DataFolder;
import org.tocsin.app.foundation.internal.db.DatabaseProblem;
import org.tocsin.app.foundation.internal.db.DatabaseSettings;
import org.tocsin.app.foundation.internal.db.Databases;
import org.tocsin.app.foundation.internal.db.Migrations;
import org.tocsin.app.testing.TestDatabase;

class ArchiveTest {
  @TempDir static Path temporary;
  static DataFolder source;
  static Databases databases;
  static Path backup;

  record Outcome(int status, String out, String err) {}

  @BeforeAll
  static void backUpARunningInstallation() throws Exception {
    source = DataFolder.at(temporary.resolve("source")).lock();
    databases = Databases.open(source, DatabaseSettings.builtIn());
    new Migrations(databases.owner(), "tocsin_app").toNewest();
    Files.writeString(source.root().resolve("kind"), "demo\n");
    source.writeSecret("totp.key", "a key".getBytes(StandardCharsets.UTF_8));
    try (Connection connection = databases.app().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into foundation.audit_entry (seq, at, actor_kind, actor_id, actor_name, action, origin, detail, canonical, why)
          select n, now(), 'OFFICER', 'o1', E'张\\t三\\\\', 'test.done', '127.0.0.1', '{"n": 1}', decode('00ff0a', 'hex'), null
          from generate_series(1, 5000) n
          """);
      statement.execute("update foundation.ledger_head set audit_seq = 5000");
      statement.execute(
          "insert into foundation.number_series values ('I', date '2026-03-01', 12), ('C', date '2026-03-01', 40)");
    }
    backup = temporary.resolve("backup.zip");
    Outcome outcome = run("backup", backup, source.root());
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("protect it");
  }

  @AfterAll
  static void stop() {
    databases.close();
    source.close();
  }

  @Test
  void aRestoreIsEqualTableByTable() throws Exception {
    Path target = temporary.resolve("target");
    Outcome outcome = run("restore", backup, target);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(Files.readString(target.resolve("keys/totp.key"))).isEqualTo("a key");
    assertThat(Files.readString(target.resolve("kind"))).isEqualTo("demo\n");
    assertThat(Files.readString(target.resolve("keys/app.password")))
        .isNotEqualTo(source.secret("app.password"));
    try (DataFolder folder = DataFolder.at(target).lock();
        Databases restored = Databases.open(folder, DatabaseSettings.builtIn())) {
      assertThat(proofs(restored))
          .isEqualTo(proofs(databases))
          .anyMatch(proof -> proof.rows() == 5000);
      new Migrations(restored.owner(), "tocsin_app").toNewest();
      try (Connection connection = restored.app().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into foundation.number_series values ('X', date '2026-03-01', 1)");
        assertThatThrownBy(() -> statement.execute("delete from foundation.audit_entry"))
            .hasMessageContaining("permission denied");
      }
      try (Connection connection = restored.owner().connect();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("delete from foundation.audit_entry"))
            .hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void aStoppedInstallationIsBackedUpAsWell() throws Exception {
    Path target = temporary.resolve("stopped");
    assertThat(run("restore", backup, target).status()).isZero();
    Path again = temporary.resolve("again.zip");
    Outcome outcome = run("backup", again, target);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    try (Restore first = new Restore(backup);
        Restore second = new Restore(again)) {
      assertThat(second.manifest().tables()).isEqualTo(first.manifest().tables());
    }
  }

  @Test
  void aFolderThatHoldsAnInstallationIsRefused() {
    Outcome outcome = run("restore", backup, source.root());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("already holds an installation");
  }

  @Test
  void aBackupNeverOverwritesAnother() {
    Outcome outcome = run("backup", backup, source.root());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("exists already");
  }

  @Test
  void aFolderWithoutInstallationCannotBeBackedUp() {
    Outcome outcome = run("backup", temporary.resolve("none.zip"), temporary.resolve("nothing"));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("There is no installation in");
  }

  @Test
  void aDamagedBackupLeavesNothingBehind() throws Exception {
    Path damaged = temporary.resolve("damaged.zip");
    rewrite(
        backup,
        damaged,
        "tables/foundation.number_series.copy",
        "C\t2026-03-01\t41\nI\t2026-03-01\t12\n");
    Path target = temporary.resolve("for-damaged");
    Outcome outcome = run("restore", damaged, target);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("damaged").contains("foundation.number_series");
    assertThat(target.resolve("pg")).doesNotExist();
    assertThat(run("restore", backup, target).status()).isZero();
  }

  @Test
  void anExternalDatabaseIsAsEmptyAsBeforeAfterAFailedRestore() throws Exception {
    Path damaged = temporary.resolve("damaged-external.zip");
    rewrite(backup, damaged, "tables/foundation.number_series.copy", "C\t2026-03-01\t41\n");
    String url = "--tocsin.database.url=" + TestDatabase.fresh();
    Path keys = temporary.resolve("external");
    Outcome failed = run("restore", damaged, keys, url);
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("damaged");
    Outcome outcome = run("restore", backup, keys, url);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(run("restore", backup, keys, url).err()).contains("already holds an installation");
  }

  @Test
  void noZipAndForeignZipsAreRefused() throws Exception {
    Path text = Files.writeString(temporary.resolve("text.zip"), "no zip");
    assertThat(run("restore", text, temporary.resolve("x1")).err())
        .contains("cannot be read as a backup");
    Path foreign = temporary.resolve("foreign.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
      zip.putNextEntry(new ZipEntry("hello"));
      zip.closeEntry();
    }
    assertThat(run("restore", foreign, temporary.resolve("x2")).err())
        .contains("is no backup of Tocsin");
    assertThat(run("restore", temporary.resolve("missing.zip"), temporary.resolve("x3")).status())
        .isEqualTo(1);
  }

  @Test
  void aNewerBackupIsRefused() {
    var newer =
        new Manifest(
            1,
            "9.0",
            Instant.EPOCH,
            "",
            Map.of("foundation", "99"),
            List.of(),
            List.of(),
            List.of());
    assertThatThrownBy(() -> Restore.requireReadable(newer, Map.of("foundation", "11")))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("newer Tocsin (9.0)")
        .hasMessageContaining("foundation is at version 99, this one knows 11");
    var unknownRoom =
        new Manifest(
            1, "9.0", Instant.EPOCH, "", Map.of("tracing", "1"), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Restore.requireReadable(unknownRoom, Map.of("foundation", "3")))
        .hasMessageContaining("this one knows none");
    var format =
        new Manifest(2, "9.0", Instant.EPOCH, "", Map.of(), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Restore.requireReadable(format, Map.of()))
        .hasMessageContaining("newer Tocsin");
  }

  private static Outcome run(String mode, Path file, Path folder, String... further) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        ArchiveCommand.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Stream.concat(
                    Stream.of("--tocsin." + mode + "=" + file, "--tocsin.data-dir=" + folder),
                    Stream.of(further))
                .toArray(String[]::new));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static List<TableProof> proofs(Databases databases) throws Exception {
    var proofs = new ArrayList<TableProof>();
    try (Connection connection = databases.owner().connect()) {
      for (Tables.Table table : Tables.list(connection)) {
        proofs.add(Tables.copyOut(connection, table, OutputStream.nullOutputStream()));
      }
    }
    return proofs;
  }

  private static void rewrite(Path from, Path to, String changed, String content)
      throws IOException {
    try (var in = new ZipFile(from.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes =
            entry.getName().equals(changed)
                ? content.getBytes(StandardCharsets.UTF_8)
                : in.getInputStream(entry).readAllBytes();
        out.write(bytes);
        out.closeEntry();
      }
    }
  }
}
