package org.tocsin.app.foundation.internal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
  @TempDir static Path temporary;
  static DataFolder folder;
  static Databases databases;

  @BeforeAll
  static void start() {
    folder = DataFolder.at(temporary.resolve("data")).lock();
    databases = Databases.open(folder, DatabaseSettings.builtIn());
    new Migrations(databases.owner(), "tocsin_app").toNewest();
  }

  @AfterAll
  static void stop() {
    databases.close();
    assertThat(Postmaster.find(folder.postgres())).isEmpty();
    folder.close();
  }

  @Test
  void whatIsAcknowledgedIsOnTheDisk() throws Exception {
    try (Connection connection = databases.app().connect()) {
      for (String setting :
          new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
        assertThat(text(connection, "show " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void textIsUtf8AndSortedTheSameEverywhere() throws Exception {
    try (Connection connection = databases.app().connect()) {
      assertThat(text(connection, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              text(
                  connection,
                  "select string_agg(x, '' order by x) from (values ('b'), ('A'), ('警')) v(x)"))
          .isEqualTo("Ab警");
      assertThat(text(connection, "select upper('straße Ä é')")).startsWith("STRA");
    }
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(databases.app().url(), "tocsin_app", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> DriverManager.getConnection(databases.app().url(), "postgres", ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void theApplicationMayNotChangeTheStructureNorTheAuditLog() throws Exception {
    try (Connection connection = databases.app().connect();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          new String[] {
            "create table foundation.mine (x int)",
            "create schema mine",
            "create table public.mine (x int)",
            "update foundation.audit_entry set why = 'x'",
            "delete from foundation.audit_entry",
            "truncate foundation.audit_entry",
            "update foundation.flyway_history set success = false",
            "set role tocsin_owner"
          }) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(forbidden)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void aServerKilledUnderARunningInstanceComesBackWithAllThatWasAcknowledged() throws Exception {
    try (Connection connection = databases.app().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into foundation.number_series values ('kill', date '2026-03-01', 7)");
    }
    Postmaster before = Postmaster.find(folder.postgres()).orElseThrow();
    ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String last = null;
    while (last == null && System.nanoTime() < deadline) {
      try (Connection connection = databases.app().connect()) {
        last = text(connection, "select last from foundation.number_series where series = 'kill'");
      } catch (SQLException e) {
        Thread.sleep(50);
      }
    }
    assertThat(last).isEqualTo("7");
    assertThat(Postmaster.find(folder.postgres()).orElseThrow().pid()).isNotEqualTo(before.pid());
  }

  @Test
  void migratingTwiceChangesNothing() {
    assertThatCode(() -> new Migrations(databases.owner(), "tocsin_app").toNewest())
        .doesNotThrowAnyException();
  }

  @Test
  void anOldExternalDatabaseIsRefused() {
    assertThatCode(() -> Databases.requireRelease(15, "15.8")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Databases.requireRelease(14, "14.12"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessage("The external database is PostgreSQL 14.12; Tocsin needs release 15 or later.");
  }

  @Test
  void anExternalDatabaseIsUsedByItsUrlAndUnreachableOnesAreNamed() {
    String url =
        databases.owner().url()
            + "?user=tocsin_owner&password="
            + folder.secret("owner.password")
            + "&connectTimeout=5";
    var settings =
        new DatabaseSettings(url, null, null, "tocsin_app", folder.secret("app.password"), 0, 2);
    try (Databases external = Databases.open(folder, settings)) {
      assertThat(external.app().url()).isEqualTo(databases.owner().url() + "?connectTimeout=5");
    }
    var nowhere =
        new DatabaseSettings(
            "jdbc:postgresql://127.0.0.1:1/none?password=hidden",
            "me",
            null,
            "tocsin_app",
            null,
            0,
            2);
    assertThatThrownBy(() -> Databases.open(folder, nowhere))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("127.0.0.1:1/none")
        .message()
        .doesNotContain("hidden");
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
