package org.tocsin.app.foundation.internal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.TocsinApplication;

/**
 * The real server as a process of its own, killed in the worst ways, and started again on the same
 * data folder.
 */
class DurabilityTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path temporary;
  private @Nullable Process app;

  @AfterEach
  void stop() throws Exception {
    if (app != null && app.isAlive()) {
      app.destroy();
      assertThat(app.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesKillsOfTheServerAndOfItsDatabase() throws Exception {
    DataFolder folder = DataFolder.at(temporary.resolve("data"));
    Process first = start(folder);
    write(folder, 1);
    Postmaster orphan = Postmaster.find(folder.postgres()).orElseThrow();
    first.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).as("the database outlives a killed server").isTrue();

    Process second = start(folder);
    assertThat(orphan.isAlive()).as("the orphan was stopped").isFalse();
    assertThat(read(folder)).isEqualTo(1);
    write(folder, 2);

    Postmaster running = Postmaster.find(folder.postgres()).orElseThrow();
    second.destroyForcibly();
    ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
    second.waitFor();

    Process third = start(folder);
    assertThat(read(folder)).isEqualTo(2);
    third.destroy();
    assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Postmaster.find(folder.postgres())).as("a stop takes the database along").isEmpty();
    assertThat(log()).doesNotContain("Connection refused", "terminating connection");
  }

  @Test
  void aSecondServerOnTheSameFolderSaysSoAndLeavesTheFirstAlone() throws Exception {
    DataFolder folder = DataFolder.at(temporary.resolve("data"));
    Process first = start(folder);
    Process second = launch(folder, freePort(), "second.log");
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isNotZero();
    assertThat(Files.readString(temporary.resolve("second.log")))
        .contains("Another Tocsin (process " + first.pid() + ") already runs on the data folder")
        .doesNotContain("\tat org.springframework");
    write(folder, 3);
    assertThat(read(folder)).isEqualTo(3);
  }

  private Process start(DataFolder folder) throws Exception {
    int port = freePort();
    Process started = launch(folder, port, "app.log");
    app = started;
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      assertThat(started.isAlive()).as(log()).isTrue();
      try {
        if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
          return started;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no answer in time: " + log());
  }

  private Process launch(DataFolder folder, int port, String log) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                TocsinApplication.class.getName(),
                "--server.port=" + port,
                "--tocsin.data-dir=" + folder.root()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(temporary.resolve(log).toFile()))
        .start();
  }

  private static void write(DataFolder folder, int last) throws SQLException {
    try (Connection connection = Databases.runningOwner(folder).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into foundation.number_series values ('durable', date '2026-03-01', %d) on conflict (series, day) do update set last = excluded.last"
              .formatted(last));
    }
  }

  private static int read(DataFolder folder) throws SQLException {
    try (Connection connection = Databases.runningOwner(folder).connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select last from foundation.number_series where series = 'durable'")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private String log() throws IOException {
    return Files.readString(temporary.resolve("app.log"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
