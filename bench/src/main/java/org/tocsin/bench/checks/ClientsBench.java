package org.tocsin.bench.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Server;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.load.Load;
import org.tocsin.exercise.load.LoadPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tocsin bench clients}. */
@Command(
    name = "clients",
    description = "200 clients and two streams at once: no lost update, no double booking.")
public final class ClientsBench extends BenchCommand {
  @Option(names = "--clients", defaultValue = "200", description = "Clients at once.")
  private int clients = 200;

  @Option(names = "--streams", defaultValue = "2", description = "Listeners.")
  private int streams = 2;

  @Option(names = "--operations", defaultValue = "10000", description = "Operations in all.")
  private int operations = 10_000;

  @Option(names = "--seconds", defaultValue = "300", description = "At most this long.")
  private int seconds = 300;

  @Option(names = "--units", defaultValue = "60", description = "Units that all fight for.")
  private int units = 60;

  @Option(names = "--seed", defaultValue = "20170101", description = "Of every choice.")
  private long seed = 20170101;

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    List<String> tally = new ArrayList<>();
    try (Server server = Server.started("--tocsin.double-booking=refuse")) {
      say("%d clients, %d operations".formatted(clients, operations));
      LoadPlan plan = new LoadPlan(clients, streams, operations, seconds, units, seed);
      List<Finding> findings =
          new Load(
                  server.url(),
                  server.token(),
                  plan,
                  line -> {
                    tally.add(line);
                    say(line);
                  })
              .run();
      return Optional.of(report(findings, tally));
    }
  }

  private Report report(List<Finding> findings, List<String> tally) {
    Report report =
        new Report(
            "clients",
            "%d clients doing random legal work on one instance at once, %d listeners, then every"
                    .formatted(clients, streams)
                + " rule checked against what the instance and the listeners hold.");
    Table table = Table.of("Rules", "rule", "checked", "broken");
    for (Finding finding : findings) {
      table.row(finding.rule(), finding.checked(), finding.broken().size());
      report
          .json()
          .withArrayProperty("rules")
          .addObject()
          .put("rule", finding.rule())
          .put("checked", finding.checked())
          .put("broken", finding.broken().size());
      if (!finding.holds()) {
        report.failed(finding.rule() + ": " + finding.broken().stream().limit(3).toList());
      }
    }
    report.add(table);
    report.note("What they did: " + String.join("; ", tally));
    return report;
  }
}
