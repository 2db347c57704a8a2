package org.tocsin.bench.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.load.Latency;
import org.tocsin.bench.load.OpenLoop;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Station;
import org.tocsin.bench.server.Usage;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;

/**
 * The load and what it sees. Each call is received and answered one second before the instant at
 * which it is to be accepted; at that instant the accepting request is sent, and each listener's
 * delay counts from it.
 */
final class LiveRun {
  private static final double TARGET_MS = 100;
  private static final Duration AHEAD = Duration.ofSeconds(1);
  private static final Duration AFTERWARDS = Duration.ofSeconds(10);

  private final Server server;
  private final Station station;
  private final LivePlan plan;
  private final Tocsin takers;
  private final Tocsin devices;
  private final Clock clock = Clock.systemUTC();

  private final Map<String, Long> scheduledByIncident = new ConcurrentHashMap<>();
  private final Latency delivered = new Latency("accept → delivered, each listener");
  private final Latency everybody = new Latency("accept → delivered, the last listener");
  private final Latency answered = new Latency("accept → answer to the one who accepted");
  private final Latency batches = new Latency("batch of positions → answer");
  private final LongAdder positions = new LongAdder();
  private final LongAdder overtaken = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  LiveRun(Server server, Station station, LivePlan plan) {
    this.server = server;
    this.station = station;
    this.plan = plan;
    this.takers = server.client();
    this.devices = server.client();
  }

  void warmUp() throws InterruptedException {
    List<LiveBoard> boards = boards();
    try {
      load("warm", Duration.ofSeconds(plan.warmup), null);
      Thread.sleep(2000);
    } finally {
      boards.forEach(LiveBoard::close);
    }
  }

  private List<LiveBoard> boards() {
    List<LiveBoard> boards = new ArrayList<>();
    for (int i = 0; i < plan.streams; i++) {
      boards.add(LiveBoard.open(server.client()));
    }
    return boards;
  }

  /** What failed in a load. */
  private record Failed(long calls, long positions, @Nullable RuntimeException first) {}

  Report measure() throws IOException, InterruptedException {
    List<LiveBoard> boards = boards();
    try {
      Usage before = Usage.of(server);
      double ownBefore = Usage.cpu(ProcessHandle.current().pid());
      Failed failed = load("run", plan.measured(), scheduledByIncident);
      Usage after = Usage.of(server);
      double own = Usage.cpu(ProcessHandle.current().pid()) - ownBefore;
      long undelivered = collect(boards);
      return report(before, after, own, failed, undelivered, boards);
    } finally {
      boards.forEach(LiveBoard::close);
    }
  }

  private Failed load(String name, Duration length, @Nullable Map<String, Long> kept)
      throws InterruptedException {
    // Everything begins together, after the first calls have been received and answered.
    long start = System.nanoTime() + AHEAD.plusMillis(200).toNanos();
    try (OpenLoop calls = new OpenLoop();
        OpenLoop reports = new OpenLoop()) {
      Thread callClock =
          calls.start(
              "calls",
              plan.calls,
              length,
              start - AHEAD.toNanos(),
              (i, at) -> call(name, i, at + AHEAD.toNanos(), kept));
      Thread reportClock =
          reports.start(
              "positions",
              plan.positions / (double) plan.batch,
              length,
              start,
              (i, at) -> report(i, at, kept != null));
      callClock.join();
      reportClock.join();
      calls.finish();
      reports.finish();
      RuntimeException first = calls.firstFailure();
      return new Failed(
          calls.failed(), reports.failed(), first == null ? reports.firstFailure() : first);
    }
  }

  private void call(String name, int number, long acceptAt, @Nullable Map<String, Long> kept) {
    String call = station.answeredCall(takers, name, number);
    OpenLoop.sleepUntil(acceptAt);
    String incident = station.accept(takers, name, number, call).path("id").asString();
    if (kept != null) {
      answered.record(System.nanoTime() - acceptAt);
      kept.put(incident, acceptAt);
    }
  }

  private void report(int number, long at, boolean counted) {
    var answer =
        devices
            .post(
                "/api/positions/batch",
                station.positions(
                    number * plan.batch, plan.batch, clock.instant().toString(), number))
            .exercise(station.exercise())
            .send();
    if (counted) {
      batches.record(System.nanoTime() - at);
      positions.add(answer.path("accepted").asLong(0));
      for (var refused : answer.path("rejected")) {
        // Two batches may overtake each other on the way; the older position is then rightly
        // refused.
        (refused.path("code").asString("").equals("POSITION_BACKWARDS") ? overtaken : rejected)
            .increment();
      }
    }
  }

  /** Waits for stragglers, then sorts out when each incident came to each listener. */
  private long collect(List<LiveBoard> boards) throws InterruptedException {
    long end = System.nanoTime() + AFTERWARDS.toNanos();
    while (System.nanoTime() < end && missing(boards) > 0) {
      Thread.sleep(100);
    }
    scheduledByIncident.forEach(
        (incident, scheduled) -> {
          long last = Long.MIN_VALUE;
          for (LiveBoard board : boards) {
            Long seen = board.firstSeen("incident:" + incident);
            if (seen != null) {
              delivered.record(seen - scheduled);
              last = Math.max(last, seen - scheduled);
            }
          }
          if (last != Long.MIN_VALUE) {
            everybody.record(last);
          }
        });
    return missing(boards);
  }

  private long missing(List<LiveBoard> boards) {
    return scheduledByIncident.keySet().stream()
        .mapToLong(id -> boards.stream().filter(b -> b.firstSeen("incident:" + id) == null).count())
        .sum();
  }

  private Report report(
      Usage before,
      Usage after,
      double ownCpu,
      Failed failed,
      long undelivered,
      List<LiveBoard> boards) {
    Report report =
        new Report(
            "live",
            "From the scheduled instant of accepting a call to its incident's arrival on other"
                + " clients' live streams, at %d calls/s and %d positions/s for %d s."
                    .formatted(plan.calls, plan.positions, plan.seconds));
    Table latencies = Latency.table("Latencies, measured from the scheduled instant (open loop)");
    delivered.row(latencies, report.json(), "delivered");
    everybody.row(latencies, report.json(), "delivered_last");
    answered.row(latencies, report.json(), "answered");
    batches.row(latencies, report.json(), "position_batch");
    report.add(latencies);
    report.add(load(failed, undelivered, boards, report));
    report.add(cpu(before, after, ownCpu, report));
    Table memory = Usage.table();
    after.rows(memory, report.json(), "after the load", "memory_after_load");
    report.add(memory);
    report.target("accept → delivered, p99", TARGET_MS, delivered.ms(99), "ms");
    report.target("memory after the load, PSS", 1000, after.pssMb(), "MB");
    report.note(
        "A fresh instance on %s, %d units, %d dispatchers' streams, its own embedded PostgreSQL with"
                .formatted(station.ground().name(), plan.units, plan.streams)
            + " fsync on. Server, database and this load generator share the machine's cores."
            + " Positions come in batches of %d, as a gateway of devices sends them."
                .formatted(plan.batch)
            + " %d s at the same rates beforehand are not counted.".formatted(plan.warmup));
    return report;
  }

  private Table load(Failed failed, long undelivered, List<LiveBoard> boards, Report report) {
    long reconnects = boards.stream().mapToLong(LiveBoard::reconnects).sum();
    Table table = Table.of("Load", "what", "count");
    table.row("calls accepted", scheduledByIncident.size());
    table.row("calls that failed", failed.calls());
    table.row("positions taken", positions.sum());
    table.row("positions refused as older than one taken", overtaken.sum());
    table.row("positions refused otherwise", rejected.sum());
    table.row("batches that failed", failed.positions());
    table.row("requests sent again", takers.repeated() + devices.repeated());
    table.row("deliveries missing 10 s after the end", undelivered);
    table.row("streams that broke and came back", reconnects);
    report
        .json()
        .put("accepted", scheduledByIncident.size())
        .put("calls_failed", failed.calls())
        .put("positions_taken", positions.sum())
        .put("positions_overtaken", overtaken.sum())
        .put("positions_refused", rejected.sum())
        .put("undelivered", undelivered)
        .put("reconnects", reconnects);
    if (failed.first() != null) {
      report.failed("a request failed: " + failed.first());
    }
    if (undelivered > 0) {
      report.failed(undelivered + " deliveries are missing");
    }
    if (rejected.sum() > 0) {
      report.failed(rejected.sum() + " positions were refused");
    }
    return table;
  }

  private Table cpu(Usage before, Usage after, double own, Report report) {
    double jvm = after.jvm().cpuSeconds() - before.jvm().cpuSeconds();
    double postgres = after.postgres().cpuSeconds() - before.postgres().cpuSeconds();
    Table table = Table.of("Processor use while measured", "who", "seconds", "cores");
    for (var part :
        List.of(
            Map.entry("server", jvm),
            Map.entry("PostgreSQL", postgres),
            Map.entry("this load generator", own))) {
      table.row(
          part.getKey(),
          Report.number(part.getValue()),
          Report.number(part.getValue() / plan.seconds));
    }
    report
        .json()
        .put("server_cpu_seconds", jvm)
        .put("postgres_cpu_seconds", postgres)
        .put("load_cpu_seconds", own);
    return table;
  }
}
