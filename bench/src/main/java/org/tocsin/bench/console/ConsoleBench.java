package org.tocsin.bench.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Ground;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Station;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Quantiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./tocsin bench console}: starts a server with work on it and lets a browser measure. */
@Command(
    name = "console",
    description =
        "Page loads, bundle sizes, typing, the other window, and 10,000 units on the map.")
public final class ConsoleBench extends BenchCommand {
  private static final int BATCH = 50;
  private static final int PER_SECOND = 10;

  @Option(names = "--units", defaultValue = "200", description = "Units on the board.")
  private int units = 200;

  @Option(names = "--incidents", defaultValue = "100", description = "Open incidents.")
  private int incidents = 100;

  @Option(names = "--runs", defaultValue = "7", description = "Page loads, cold and warm each.")
  private int runs = 7;

  @Option(names = "--keys", defaultValue = "300", description = "Keys typed.")
  private int keys = 300;

  @Option(names = "--changes", defaultValue = "200", description = "Changes watched.")
  private int changes = 200;

  @Option(names = "--map-seconds", defaultValue = "15", description = "How long a map is drawn.")
  private int mapSeconds = 15;

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    Path script = Workspace.root().resolve("web/scripts/bench-console.mjs");
    if (!Files.isDirectory(Workspace.root().resolve("web/node_modules/playwright-core"))) {
      say("the web client's libraries are not installed; ./tocsin test installs them");
      return Optional.empty();
    }
    try (Server server = Server.started()) {
      Tocsin tocsin = server.client();
      Ground ground = Ground.here();
      say("registering %d units and %d incidents".formatted(units, incidents));
      Station station = Station.of(tocsin, ground, units);
      for (int i = 0; i < incidents; i++) {
        station.accept(tocsin, "console", i, station.answeredCall(tocsin, "console", i));
      }
      Thread positions = Thread.ofVirtual().start(() -> move(tocsin, station));
      try {
        return Optional.of(report(browse(server, script), ground));
      } finally {
        positions.interrupt();
        positions.join();
      }
    }
  }

  /** Units move until the thread is interrupted. */
  private static void move(Tocsin tocsin, Station station) {
    try {
      for (int step = 0; ; step++) {
        report(tocsin, station, step);
        Thread.sleep(Duration.ofMillis(1000 / PER_SECOND));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void report(Tocsin tocsin, Station station, int step) {
    String now = Clock.systemUTC().instant().toString();
    tocsin
        .post("/api/positions/batch", station.positions(step * BATCH, BATCH, now, step))
        .exercise(station.exercise())
        .send();
  }

  private JsonNode browse(Server server, Path script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("node", script.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("TOCSIN_URL", server.url().toString());
    builder.environment().put("TOCSIN_RUNS", Integer.toString(runs));
    builder.environment().put("TOCSIN_KEYS", Integer.toString(keys));
    builder.environment().put("TOCSIN_CHANGES", Integer.toString(changes));
    builder.environment().put("TOCSIN_MAP_SECONDS", Integer.toString(mapSeconds));
    Process node = builder.start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!node.waitFor(1, TimeUnit.MINUTES) || node.exitValue() != 0) {
      node.destroyForcibly();
      throw new IllegalStateException("the browser's part failed; what it said stands above");
    }
    return Tocsin.json().readTree(said);
  }

  private Report report(JsonNode found, Ground ground) {
    Report report =
        new Report(
            "console", "The console in headless Chromium " + found.path("browser").asString(""));
    report.json().set("browser", found);
    Table times = Table.of("Milliseconds", "what", "count", "p50", "p95", "p99", "longest");
    double[] cold = row(times, "board usable, cold", found.path("loads").path("cold"));
    double[] warm = row(times, "board usable, warm", found.path("loads").path("warm"));
    double[] echo = row(times, "key press → character drawn", found.path("echo_ms"));
    JsonNode other = found.path("other_window");
    double[] window = row(times, "change sent → drawn in the other window", other.path("times"));
    report.add(times);
    report.add(bundles(found));
    report.add(frames(found));
    report.note(
        "On "
            + ground.name()
            + ", %d open incidents, %d units whose positions come at %d a second. "
                .formatted(incidents, units, PER_SECOND * BATCH)
            + "Cold is a browser without any cached file, warm the next visit; usable is when the command line stands"
            + " and the last long task of the second after it has ended. A key's time runs from its own time stamp to"
            + " the end of the frame that shows it. Sizes are gzip level 6 of scripts and styles. Server, database,"
            + " browser and load share the machine's cores; the browser has no GPU. Frames come at multiples of 16.7 ms,"
            + " so a promise of 33 ms is kept by two of them, 33.3 ms.");
    report.target("board usable, cold, median", 2_000, at(cold, 0.5), "ms");
    report.target("board usable, warm, median", 800, at(warm, 0.5), "ms");
    report.target("first route before it is usable", 250, firstRoute(found), "kB gzip");
    report.target("key press to echo, p99", 50, at(echo, 0.99), "ms");
    report.target("change to other window, p99", 300, at(window, 0.99), "ms");
    found
        .path("map")
        .forEach(
            map ->
                report.target(
                    "frame with %s units, map %s, p95"
                        .formatted(map.path("units"), map.path("mode").asString("")),
                    // Two frames of a 60 Hz screen: frames come no finer than that.
                    33.4,
                    map.path("interval").path("p95").asDouble(),
                    "ms"));
    if (other.path("missed").asInt() > 0) {
      report.failed(other.path("missed") + " changes did not reach the other window in 5 s");
    }
    return report;
  }

  private static double firstRoute(JsonNode found) {
    // The board is where an officer who is signed in arrives; the sign-in page is lighter.
    return found.path("bundles").get(1).path("gzip_bytes_before_usable").asDouble() / 1000;
  }

  private static Table bundles(JsonNode found) {
    Table table =
        Table.of(
            "Scripts and styles, kB gzip", "route", "files", "in all", "before usable", "map's");
    List<String> names = List.of("sign-in", "board", "figures");
    for (int i = 0; i < names.size(); i++) {
      JsonNode one = found.path("bundles").get(i);
      table.row(
          names.get(i),
          one.path("files").asInt(),
          kilobytes(one, "gzip_bytes"),
          kilobytes(one, "gzip_bytes_before_usable"),
          kilobytes(one, "gzip_bytes_of_map"));
    }
    return table;
  }

  private static String kilobytes(JsonNode node, String field) {
    return Report.number(node.path(field).asDouble() / 1000);
  }

  private static Table frames(JsonNode found) {
    Table table =
        Table.of(
            "Map frames, ms",
            "units",
            "map",
            "frames",
            "interval p50",
            "p95",
            "p99",
            "own work p95");
    for (JsonNode map : found.path("map")) {
      JsonNode interval = map.path("interval");
      table.row(
          map.path("units").asInt(),
          map.path("mode").asString(""),
          map.path("count").asInt(),
          Report.number(interval.path("p50").asDouble()),
          Report.number(interval.path("p95").asDouble()),
          Report.number(interval.path("p99").asDouble()),
          Report.number(map.path("work").path("p95").asDouble()));
    }
    return table;
  }

  private static double[] row(Table table, String what, JsonNode values) {
    double[] sorted = values.valueStream().mapToDouble(JsonNode::asDouble).sorted().toArray();
    table.row(
        what,
        sorted.length,
        Report.number(at(sorted, 0.5)),
        Report.number(at(sorted, 0.95)),
        Report.number(at(sorted, 0.99)),
        Report.number(at(sorted, 1)));
    return sorted;
  }

  /** Nearest rank, in the unit of the values. */
  private static double at(double[] sorted, double p) {
    long[] micros = Arrays.stream(sorted).mapToLong(v -> Math.round(v * 1000)).toArray();
    return Quantiles.nearestRank(micros, p).orElse(-1) / 1000.0;
  }
}
