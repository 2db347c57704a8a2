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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.TocsinApplication;
import org.tocsin.app.staff.Http;

/**
 * The real server as a process of its own, killed in the worst ways, and started again on the same
 * data folder.
 */
class DurabilityTest {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final String TOKEN = "durability-test-token-0123456789";

  @TempDir Path temporary;
  private @Nullable Process app;
  private int port;

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
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Process first = start(folder);
    String root =
        http()
            .post("/api/agencies", Map.of("code", "ROOT", "nameZh", "总局"))
            .body()
            .path("id")
            .asString();
    try (var writers = new Writers(root, acknowledged)) {
      writers.awaitMore(40);
    }
    // The last thing before the crash is a move of the clock, of which nothing else knows.
    String shown = "2101-03-04T05:06:07.123456Z";
    assertThat(http().put("/api/exercise/clock", Map.of("instant", shown, "rate", 0)).status())
        .isEqualTo(200);
    first.destroyForcibly().waitFor();
    Postmaster orphan = Postmaster.find(folder.postgres()).orElseThrow();
    assertThat(orphan.isAlive()).as("the database outlives a killed server").isTrue();

    Process second = start(folder);
    assertThat(orphan.isAlive()).as("the orphan was stopped").isFalse();
    assertThat(http().get("/api/exercise/clock").body().path("now").asString())
        .as("a driven clock stands where it was moved to")
        .isEqualTo(shown);
    assertThat(codes()).containsAll(acknowledged);
    try (var writers = new Writers(root, acknowledged)) {
      writers.awaitMore(20);
      killDatabase(folder);
      writers.awaitMore(40);
      killDatabase(folder);
      second.destroyForcibly().waitFor();
    }

    Process third = start(folder);
    assertThat(codes()).containsAll(acknowledged);
    assertThat(query(folder, "select count(*) from foundation.audit_entry"))
        .as("the audit log has no gap")
        .isEqualTo(query(folder, "select max(seq) from foundation.audit_entry"))
        .isEqualTo(query(folder, "select audit_seq from foundation.ledger_head"));
    third.destroy();
    assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Postmaster.find(folder.postgres())).as("a stop takes the database along").isEmpty();
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
    assertThat(http().post("/api/agencies", Map.of("code", "ROOT", "nameZh", "总局")).status())
        .isEqualTo(201);
  }

  /**
   * Some clients that make agencies as fast as they are answered, and note what was acknowledged.
   */
  private final class Writers implements AutoCloseable {
    private final Set<String> acknowledged;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean done;

    Writers(String root, Set<String> acknowledged) {
      this.acknowledged = acknowledged;
      for (int i = 0; i < 4; i++) {
        String name = "W%d-%d-".formatted(acknowledged.size(), i);
        threads.add(Thread.ofPlatform().start(() -> write(root, name)));
      }
    }

    private void write(String root, String name) {
      Http http = http();
      for (int n = 0; !done; n++) {
        try {
          String code = name + n;
          if (http.post("/api/agencies", Map.of("code", code, "parentId", root, "nameZh", code))
                  .status()
              == 201) {
            acknowledged.add(code);
          }
        } catch (IllegalStateException e) {
          // Killed in the middle of it: not acknowledged.
          LockSupport.parkNanos(50_000_000);
        }
      }
    }

    void awaitMore(int count) throws InterruptedException {
      int goal = acknowledged.size() + count;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (acknowledged.size() < goal) {
        assertThat(System.nanoTime())
            .as("%d of %d acknowledged", acknowledged.size(), goal)
            .isLessThan(deadline);
        Thread.sleep(20);
      }
    }

    @Override
    public void close() throws InterruptedException {
      done = true;
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private Http http() {
    return new Http(port).bearer(TOKEN);
  }

  private Set<String> codes() {
    return http()
        .get("/api/agencies")
        .body()
        .valueStream()
        .map(agency -> agency.path("code").asString())
        .collect(Collectors.toSet());
  }

  private static void killDatabase(DataFolder folder) {
    ProcessHandle.of(Postmaster.find(folder.postgres()).orElseThrow().pid())
        .orElseThrow()
        .destroyForcibly();
  }

  private Process start(DataFolder folder) throws Exception {
    port = freePort();
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
                "--tocsin.data-dir=" + folder.root(),
                "--tocsin.clock.mode=driven",
                "--tocsin.driver.token=" + TOKEN))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(temporary.resolve(log).toFile()))
        .start();
  }

  private static long query(DataFolder folder, String sql) throws SQLException {
    try (Connection connection = Databases.runningOwner(folder).connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
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
