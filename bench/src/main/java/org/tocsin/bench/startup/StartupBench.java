package org.tocsin.bench.startup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Ground;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Station;
import org.tocsin.bench.server.Usage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tocsin bench startup}. */
@Command(name = "startup", description = "Cold and warm start, and memory after it.")
public final class StartupBench extends BenchCommand {
  private static final double COLD_SECONDS = 20;
  private static final double WARM_SECONDS = 10;
  private static final double MEMORY_MB = 1000;
  private static final Duration SETTLED = Duration.ofSeconds(10);

  @Option(names = "--runs", defaultValue = "3", description = "Starts of each kind.")
  private int runs = 3;

  private boolean dropped = true;

  /** Starts of one kind. */
  private record Starts(String what, String field, List<Double> seconds) {
    double worst() {
      return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    double median() {
      return seconds.stream().sorted().toList().get((seconds.size() - 1) / 2);
    }
  }

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    Report report =
        new Report(
            "startup",
            "From the start of the server's process to its first answer, with an embedded"
                + " PostgreSQL, and the memory it then takes.");
    List<Starts> all = new ArrayList<>();
    all.add(fresh("new data folder, cold", "new_cold", true));
    all.add(fresh("new data folder, warm", "new_warm", false));
    Ground ground = Ground.here();
    Table memory = Usage.table();
    double pss;
    try (Server server = new Server()) {
      server.start();
      Station.of(server.client(), ground, 500);
      server.stop();
      all.add(again(server, "existing data folder, cold", "existing_cold", true));
      all.add(again(server, "existing data folder, warm", "existing_warm", false));
      server.start();
      Thread.sleep(SETTLED);
      Usage usage = Usage.of(server);
      usage.rows(memory, report.json(), "10 s after the start", "memory_after_start");
      pss = usage.pssMb();
    }
    table(report, all);
    report.add(memory);
    for (Starts starts : all) {
      boolean cold = starts.field().endsWith("cold");
      report.target(
          starts.what() + ", slowest of " + runs,
          cold ? COLD_SECONDS : WARM_SECONDS,
          starts.worst(),
          "s");
    }
    report.target("memory after the start, PSS", MEMORY_MB, pss, "MB");
    report.note(
        "The existing folder holds %s and 500 units. ".formatted(ground.name())
            + (dropped
                ? "Cold: the page cache was dropped (/proc/sys/vm/drop_caches) right before."
                : "The page cache could not be dropped (that takes the superuser), so the \"cold\""
                    + " rows are as warm as the others and prove nothing.")
            + " PSS divides shared pages among the processes that share them; RSS counts them in"
            + " each, so PostgreSQL's RSS counts its shared buffers once per process.");
    report.json().put("page_cache_dropped", dropped);
    return Optional.of(report);
  }

  private Starts fresh(String what, String field, boolean cold)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      try (Server server = new Server()) {
        seconds.add(start(server, what, cold));
      }
    }
    return new Starts(what, field, seconds);
  }

  private Starts again(Server server, String what, String field, boolean cold)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      seconds.add(start(server, what, cold));
      server.stop();
    }
    return new Starts(what, field, seconds);
  }

  private double start(Server server, String what, boolean cold)
      throws IOException, InterruptedException {
    if (cold) {
      dropped &= PageCache.drop();
    }
    double seconds = server.start().toNanos() / 1e9;
    say("%s: %.1f s".formatted(what, seconds));
    return seconds;
  }

  private void table(Report report, List<Starts> all) {
    Table table =
        Table.of(
            "Start to first answer of GET /api/instance", "start", "runs", "median s", "slowest s");
    for (Starts starts : all) {
      table.row(starts.what(), runs, Report.number(starts.median()), Report.number(starts.worst()));
      var json = report.json().putObject(starts.field());
      json.put("median_s", starts.median()).put("worst_s", starts.worst());
      var each = json.putArray("each_s");
      starts.seconds().forEach(each::add);
    }
    report.add(table);
  }
}
