package org.tocsin.exercise.replay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of its own for one replay: started by the given command with a fresh data folder, a free
 * port on the loopback, a clock driven from the feed's first instant and a random token (in the
 * environment as {@code TOCSIN_DRIVER_TOKEN}). The command must become the server process itself
 * ({@code exec}), so that killing it kills the server. Closing stops it and removes the folder.
 */
public final class AppProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(6);

  private final List<String> command;
  private final Path folder;
  private final String token;
  private final int port;
  private @Nullable Process process;

  /** Prepares a server; nothing runs yet. */
  public AppProcess(String command, Instant start, ZoneId zone, List<String> further) {
    try {
      folder = Files.createTempDirectory("tocsin-replay-");
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
    this.command = new ArrayList<>(words(command));
    this.command.addAll(
        List.of(
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--tocsin.data-dir=" + folder.resolve("data"),
            "--tocsin.clock.mode=driven",
            "--tocsin.clock.start=" + start,
            "--tocsin.zone=" + zone,
            "--tocsin.mode=EXERCISE",
            "--tocsin.double-booking=allow"));
    this.command.addAll(further);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public String token() {
    return token;
  }

  /** What the server said. */
  public Path log() {
    return folder.resolve("app.log");
  }

  /** Starts it, again on the same data if it was killed, and waits until it answers. */
  public void start() {
    File log = log().toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("TOCSIN_DRIVER_TOKEN", token);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException("the server cannot be started: " + e.getMessage(), e);
    }
    awaitReady(process);
  }

  /** {@code kill -9}. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      awaitEnd(running);
    }
  }

  private void awaitReady(Process running) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(url().resolve("/api/instance"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < end) {
      if (!running.isAlive()) {
        throw new IllegalStateException(
            "the server stopped while starting (exit %d):%n%s"
                .formatted(running.exitValue(), tail()));
      }
      try {
        if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
        Thread.sleep(200);
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    throw new IllegalStateException(
        "the server did not answer in " + READY.toMinutes() + " minutes:\n" + tail());
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null && running.isAlive()) {
      running.destroy();
      awaitEnd(running);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A leftover folder under the temporary directory harms nobody.
    }
  }

  private static void awaitEnd(Process running) {
    try {
      if (!running.waitFor(60, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Splits a command at its blanks, minding single and double quotes. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    var matcher = java.util.regex.Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)").matcher(command);
    while (matcher.find()) {
      for (int i = 1; i <= 3; i++) {
        if (matcher.group(i) != null) {
          words.add(matcher.group(i));
        }
      }
    }
    return words;
  }
}
