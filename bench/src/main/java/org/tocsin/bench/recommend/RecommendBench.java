package org.tocsin.bench.recommend;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.load.Latency;
import org.tocsin.bench.load.OpenLoop;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Ground;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Station;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./tocsin bench recommend}. */
@Command(name = "recommend", description = "Recommending units for an incident, with 500 units.")
public final class RecommendBench extends BenchCommand {
  private static final double TARGET_MS = 20;
  private static final int BATCH = 50;

  @Option(names = "--units", defaultValue = "500", description = "Units registered.")
  private int units = 500;

  @Option(names = "--incidents", defaultValue = "300", description = "Open incidents.")
  private int incidents = 300;

  @Option(names = "--busy", defaultValue = "100", description = "Incidents that have units sent.")
  private int busy = 100;

  @Option(names = "--rate", defaultValue = "20", description = "Recommendations a second.")
  private int rate = 20;

  @Option(names = "--seconds", defaultValue = "60", description = "How long it is measured.")
  private int seconds = 60;

  @Option(names = "--warmup", defaultValue = "20", description = "Seconds before, not counted.")
  private int warmup = 20;

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    try (Server server = Server.started()) {
      Tocsin tocsin = server.client();
      Ground ground = Ground.here();
      say("registering " + units + " units and " + incidents + " incidents on " + ground.name());
      Station station = Station.of(tocsin, ground, units);
      for (int first = 0; first < units; first += BATCH) {
        report(tocsin, station, first, first / BATCH);
      }
      List<String> open = open(tocsin, station);
      int sent = send(tocsin, station, open);
      say("warming up for " + warmup + " s, not counted");
      run(tocsin, open, warmup);
      say("measuring for " + seconds + " s, quiet");
      Run quiet = run(tocsin, open, seconds);
      say("measuring for " + seconds + " s, with 2,000 positions/s");
      Run busyRun;
      try (OpenLoop positions = new OpenLoop()) {
        Thread reports =
            positions.start(
                "positions",
                2000.0 / BATCH,
                Duration.ofSeconds(seconds),
                System.nanoTime(),
                (i, at) -> report(tocsin, station, i * BATCH, i));
        busyRun = run(tocsin, open, seconds);
        reports.join();
      }
      return Optional.of(report(tocsin, station, sent, quiet, busyRun));
    }
  }

  private static void report(Tocsin tocsin, Station station, int first, int step) {
    tocsin
        .post(
            "/api/positions/batch",
            station.positions(first, BATCH, Clock.systemUTC().instant().toString(), step))
        .exercise(station.exercise())
        .send();
  }

  private List<String> open(Tocsin tocsin, Station station) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < incidents; i++) {
      // Spread over the week, so that they do not all lie in the first hours' places.
      int number = i * 11;
      String call = station.answeredCall(tocsin, "open", number);
      ids.add(station.accept(tocsin, "open", number, call).path("id").asString());
    }
    return ids;
  }

  /** Sends what is recommended to the first incidents, so that some units are not free. */
  private int send(Tocsin tocsin, Station station, List<String> open) {
    int sent = 0;
    for (String incident : open.subList(0, Math.min(busy, open.size()))) {
      JsonNode advice = tocsin.get("/api/incidents/" + incident + "/recommendation");
      ObjectNode order = Tocsin.object().put("reason", "bench");
      var ids = order.putArray("unitIds");
      advice
          .path("candidates")
          .valueStream()
          .filter(c -> c.path("recommended").asBoolean(false))
          .forEach(c -> ids.add(c.path("unitId").asString()));
      if (!ids.isEmpty()) {
        try {
          tocsin
              .post("/api/incidents/" + incident + "/orders", order)
              .key("bench-order-" + incident)
              .exercise(station.exercise())
              .send();
          sent += ids.size();
        } catch (Refused r) {
          say("an order was refused: " + r.getMessage());
        }
      }
    }
    return sent;
  }

  /** One measured run. */
  private record Run(Latency http, Latency own, OpenLoop loop) {}

  private Run run(Tocsin tocsin, List<String> open, int length) throws InterruptedException {
    Latency http = new Latency("over HTTP");
    Latency own = new Latency("the server's own computedInMs");
    OpenLoop loop =
        OpenLoop.run(
            "recommend",
            rate,
            Duration.ofSeconds(length),
            (i, at) -> {
              String incident = open.get(i % open.size());
              JsonNode advice = tocsin.get("/api/incidents/" + incident + "/recommendation");
              http.record(System.nanoTime() - at);
              own.record(Math.round(advice.path("computedInMs").asDouble(0) * 1e6));
              if (advice.path("candidates").isEmpty()) {
                throw new IllegalStateException("no candidates for " + incident);
              }
            });
    return new Run(http, own, loop);
  }

  private Report report(Tocsin tocsin, Station station, int sent, Run quiet, Run loaded) {
    Report report =
        new Report("recommend", "Recommending units for an incident among " + units + " units.");
    Table table = Latency.table("Latencies at " + rate + " a second, from the scheduled instant");
    table.row("quiet:", "", "", "", "", "", "");
    quiet.http().row(table, report.json(), "quiet_http");
    quiet.own().row(table, report.json(), "quiet_own");
    table.row("with 2,000 positions/s:", "", "", "", "", "", "");
    loaded.http().row(table, report.json(), "loaded_http");
    loaded.own().row(table, report.json(), "loaded_own");
    report.add(table);
    report.target("recommendation over HTTP, quiet, p99", TARGET_MS, quiet.http().ms(99), "ms");
    report.target(
        "recommendation over HTTP, with positions, p99", TARGET_MS, loaded.http().ms(99), "ms");
    JsonNode roads = tocsin.get("/api/roads/status");
    report.note(
        "Roads: %s (%d nodes, %d edges). %d open incidents at %d priority-2 places, %d units already"
                .formatted(
                    station.ground().name(),
                    roads.path("nodes").asInt(0),
                    roads.path("edges").asInt(0),
                    incidents,
                    incidents,
                    sent)
            + " sent to some of them. Every unit has a fresh position. Open loop; server, database"
            + " and this load generator share the machine's cores.");
    for (Run run : List.of(quiet, loaded)) {
      RuntimeException first = run.loop().firstFailure();
      if (first != null) {
        report.failed(run.loop().failed() + " requests failed, first: " + first);
      }
    }
    return report;
  }
}
