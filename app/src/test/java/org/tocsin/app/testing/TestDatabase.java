package org.tocsin.app.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for the test run; each asker gets an empty database of its own. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        Path data = Files.createTempDirectory("tocsin-test-pg");
        // Durability is tested elsewhere on the real thing; here only speed counts.
        return EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("pg"))
            .setServerConfig("max_connections", "300")
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("the test database does not start", e);
      }
    }
  }

  /** A new, empty database; its JDBC URL, owned by role postgres without a password. */
  public static String fresh() {
    String name = "t" + COUNT.incrementAndGet();
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Holder.SERVER.getJdbcUrl("postgres", name);
  }
}
