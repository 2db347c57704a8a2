package org.tocsin.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;

/**
 * A real server for one measurement: started by the script in {@code TOCSIN_START_APP} on a folder
 * of its own under the temporary directory (or {@code TOCSIN_BENCH_DIR}), on the loopback, with its
 * own durable PostgreSQL, the system's clock and a random driver token. Closing stops it and
 * removes the folder.
 */
public final class Server implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int POLL_MILLIS = 10;

  private final Path folder;
  private final String token;
  private final List<String> options;
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;
  private @Nullable Process process;

  /** Prepares a server; nothing runs yet. */
  public Server(String... further) throws IOException {
    String place = System.getenv("TOCSIN_BENCH_DIR");
    this.folder =
        place == null
            ? Files.createTempDirectory("tocsin-bench-")
            : Files.createTempDirectory(Path.of(place), "tocsin-bench-");
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
    this.options = List.of(further);
  }

  /** A server that answers. */
  public static Server started(String... further) throws IOException, InterruptedException {
    Server server = new Server(further);
    try {
      server.start();
      return server;
    } catch (RuntimeException | IOException | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  /**
   * Starts it on its folder, which holds what earlier runs left.
   *
   * @return from the start of the process to the first 200 of {@code GET /api/instance}
   */
  public Duration start() throws IOException, InterruptedException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(script());
    command.add("--server.port=" + port);
    command.add("--server.address=127.0.0.1");
    command.add("--tocsin.data-dir=" + data());
    command.add("--tocsin.demo=true");
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("TOCSIN_DRIVER_TOKEN", token);
    long started = System.nanoTime();
    Process running = builder.start();
    process = running;
    awaitReady(running, started);
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private static String script() {
    String script = System.getenv("TOCSIN_START_APP");
    if (script == null || script.isBlank()) {
      throw new IllegalStateException(
          "TOCSIN_START_APP must name the script that starts the server; ./tocsin bench sets it");
    }
    return script;
  }

  private void awaitReady(Process running, long started) throws IOException, InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(url().resolve("/api/instance"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (System.nanoTime() - started < LONGEST_START.toNanos()) {
      if (!running.isAlive()) {
        throw new IllegalStateException("the server stopped while starting:\n" + tail());
      }
      try {
        if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet; the process is alive, so it is asked again.
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("the server did not answer in time:\n" + tail());
  }

  /** Stops it in an orderly way; its data stays. */
  public void stop() throws InterruptedException {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    process = null;
    if (!running.waitFor(90, TimeUnit.SECONDS)) {
      running.destroyForcibly().waitFor();
    }
  }

  /** Kills it as a power cut would; its data stays as it lay. */
  public void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      process = null;
      running.destroyForcibly().waitFor();
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public String token() {
    return token;
  }

  /** A new client of it, which gives a request up after ten seconds. */
  public Tocsin client() {
    return new Tocsin(url(), token, Duration.ofSeconds(10));
  }

  /** Its data folder, with the keys and the database. */
  public Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("app.log");
  }

  /** The process of the JVM. */
  long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("the server is not running");
    }
    return running.pid();
  }

  private String tail() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
