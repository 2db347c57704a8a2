package org.tocsin.app.foundation.internal.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The PostgreSQL that comes with Tocsin, on a data folder of ours. It is durable: fsync and
 * synchronous_commit are on, which the library turns off, and the folder lies outside the library's
 * own working folder, which it wipes.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts the server on {@code folder/pg}, making a new cluster where there is none. */
  public static EmbeddedDatabase start(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.toAbsolutePath()).resolve("pg");
    Path log = folder.toAbsolutePath().resolve("postgres.log");
    return new EmbeddedDatabase(
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "128MB")
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** How to reach it. */
  public DatabaseServer server() {
    return DatabaseServer.of(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
