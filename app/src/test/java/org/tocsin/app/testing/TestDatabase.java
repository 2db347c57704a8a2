package org.tocsin.app.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** One real PostgreSQL for the test run; each asker gets an empty database of its own. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** One party for each running app, and one for the server's own hook. */
  private static final Phaser LEASES = new Phaser(1);

  private TestDatabase() {}

  /** Keeps the server up until the given app has closed everything else. */
  static void keepFor(ConfigurableApplicationContext context) {
    LEASES.register();
    // What is registered first is destroyed last.
    ((DefaultListableBeanFactory) context.getBeanFactory())
        .registerDisposableBean("testDatabaseLease", LEASES::arriveAndDeregister);
  }

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Holder::stop));
    }

    /** The apps close first, or each would wait for a database that is gone. */
    private static void stop() {
      try {
        LEASES.awaitAdvanceInterruptibly(LEASES.arriveAndDeregister(), 20, TimeUnit.SECONDS);
      } catch (InterruptedException | TimeoutException e) {
        Thread.currentThread().interrupt();
      }
      try {
        SERVER.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        Path data = Files.createTempDirectory("tocsin-test-pg");
        // Durability is tested elsewhere on the real thing; here only speed counts.
        return EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("pg"))
            .setServerConfig("max_connections", "300")
            .setServerConfig("fsync", "off")
            .setRegisterShutdownHook(false)
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
