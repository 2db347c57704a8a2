package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The built-in PostgreSQL on one data folder: made durable, reachable from this machine only and
 * with a password only, watched while it runs, stopped last.
 */
final class PostgresServer implements AutoCloseable {
  static final String SUPERUSER = PostgresCluster.SUPERUSER;
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int RESTARTS = 5;

  private final DataFolder folder;
  private final RunAs runAs;
  private final Path programs;
  private final int port;
  private @Nullable Process process;
  private boolean closing;

  private PostgresServer(DataFolder folder, RunAs runAs, Path programs, int port) {
    this.folder = folder;
    this.runAs = runAs;
    this.programs = programs;
    this.port = port;
  }

  /**
   * Starts the server on a locked data folder, making the database if there is none and stopping a
   * server that a killed Tocsin left behind.
   *
   * @param wantedPort the port, or 0 for any free one
   */
  static PostgresServer start(DataFolder folder, int wantedPort) {
    var runAs = RunAs.detect();
    Path below = runAs.isOtherUser() ? folder.root().resolve("programs") : cache();
    Path programs = PostgresBinaries.unpackBelow(below);
    stopOrphan(folder);
    try {
      if (runAs.isOtherUser()) {
        // Only the way through: the folder itself stays unreadable to that user, as do the keys in
        // it.
        Files.setPosixFilePermissions(
            folder.root(), java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
      }
      runAs.requireReach(programs.resolve("bin/postgres"));
      PostgresCluster.keepOldLog(folder);
      if (!folder.holdsDatabase()) {
        PostgresCluster.make(folder, runAs, programs);
      }
      runAs.own(folder.postgres());
      int port = wantedPort == 0 ? freePort() : wantedPort;
      var server = new PostgresServer(folder, runAs, programs, port);
      server.launch();
      server.awaitReady();
      server.watch();
      return server;
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The built-in PostgreSQL could not be started: " + e.getMessage(), e);
    }
  }

  int port() {
    return port;
  }

  /** The URL of a database of this server, without user and password. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  Connection connectAsSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(
        url(database), SUPERUSER, folder.secret("postgres.password"));
  }

  private static Path cache() {
    String configured =
        System.getProperty("tocsin.programs", System.getenv().getOrDefault("XDG_CACHE_HOME", ""));
    Path base =
        configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("tocsin");
  }

  private static void stopOrphan(DataFolder folder) {
    Postmaster.find(folder.postgres())
        .ifPresent(
            orphan -> {
              LOG.warn(
                  "Stopping a PostgreSQL (process {}) that an earlier, killed Tocsin left running",
                  orphan.pid());
              if (!orphan.stop(PATIENCE)) {
                throw new DatabaseProblem(
                    "A PostgreSQL (process %d) still runs on %s and does not stop. Stop it by hand and try again."
                        .formatted(orphan.pid(), folder.postgres()));
              }
            });
  }

  private synchronized void launch() throws IOException {
    var line =
        new ArrayList<>(
            List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                folder.postgres().toString(),
                "-p",
                "" + port));
    PostgresCluster.SETTINGS.forEach(
        (name, value) -> line.addAll(List.of("-c", name + "=" + value)));
    process = runAs.command(PostgresCluster.log(folder), line).start();
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    SQLException last = null;
    while (System.nanoTime() < deadline) {
      Process now = process;
      if (now == null || !now.isAlive()) {
        throw new DatabaseProblem(
            "PostgreSQL stopped while starting:%n%s".formatted(PostgresCluster.logTail(folder)));
      }
      try (Connection connection = connectAsSuperuser("postgres")) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        last = e;
      }
      pause(Duration.ofMillis(25));
    }
    throw new DatabaseProblem(
        "PostgreSQL did not answer within %d s".formatted(PATIENCE.toSeconds()), last);
  }

  /**
   * A server that dies while we run is started again on the same port; the connection pool finds it
   * there.
   */
  private void watch() {
    Process now = process;
    if (now != null) {
      now.onExit()
          .thenRunAsync(
              this::revive, run -> Thread.ofPlatform().daemon().name("postgres-watch").start(run));
    }
  }

  private void revive() {
    for (int attempt = 1; attempt <= RESTARTS && !isClosing(); attempt++) {
      LOG.error("PostgreSQL has died; starting it again (attempt {})", attempt);
      try {
        // Its children may hold the shared memory for a moment longer.
        pause(Duration.ofMillis(500L * attempt));
        launch();
        awaitReady();
        LOG.warn("PostgreSQL runs again");
        watch();
        return;
      } catch (IOException | DatabaseProblem e) {
        LOG.error("PostgreSQL could not be started again", e);
      }
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Stops the server; call it when nothing uses it any more. */
  @Override
  public void close() {
    Process now;
    synchronized (this) {
      closing = true;
      now = process;
      process = null;
    }
    if (now != null && now.isAlive() && !new Postmaster(now.pid(), port).stop(PATIENCE)) {
      LOG.error(
          "PostgreSQL (process {}) did not stop; it will be stopped at the next start", now.pid());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
