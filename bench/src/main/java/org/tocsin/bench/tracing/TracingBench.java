package org.tocsin.bench.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.tracing.recovery.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tocsin bench tracing}. */
@Command(
    name = "tracing",
    description = "Fund tracing against PostgreSQL, DuckDB, JGraphT and Neo4j.")
public final class TracingBench extends BenchCommand {
  @Option(
      names = "--size",
      defaultValue = "10000000",
      description = "Payments (default ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--neo4j-size",
      defaultValue = "1000000",
      description = "Payments for Neo4j, if fewer (default ${DEFAULT-VALUE}).")
  private int neo4jSize;

  @Option(names = "--seed", defaultValue = "5", description = "Of the generated ledger.")
  private long seed;

  @Option(
      names = "--questions",
      defaultValue = "999",
      description = "Traces of each rule (default ${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--cold",
      defaultValue = "200",
      description = "Traces of each rule with cold caches (default ${DEFAULT-VALUE}).")
  private int cold;

  @Option(
      names = "--pass",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "A pass over one rule's traces ends after this long (default ${DEFAULT-VALUE}).")
  private double pass;

  @Option(
      names = "--engines",
      split = ",",
      defaultValue = "postgresql,duckdb,jgrapht,neo4j",
      description = "Peers to run; none for Tocsin alone (default ${DEFAULT-VALUE}).")
  private List<String> engines = List.of();

  @Option(names = "--no-recovery", description = "Leave out the planted patterns.")
  private boolean noRecovery;

  @Option(
      names = "--recovery-size",
      defaultValue = "1000000",
      description = "Background payments that patterns are planted in (default ${DEFAULT-VALUE}).")
  private int recoverySize;

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    List<Contestant> peers =
        Arrays.stream(Contestant.values()).filter(c -> engines.contains(c.option())).toList();
    for (Contestant peer : peers) {
      if (!peer.built()) {
        say("the other engines are not built; ./tocsin bench tracing builds them");
        return Optional.empty();
      }
    }
    Report report =
        new Report(
            "tracing",
            "Following money through a generated ledger of %,d payments, against other engines"
                    .formatted(size)
                + " that do the same work from the same derived columns.");
    String place = System.getenv("TOCSIN_BENCH_DIR");
    Path work =
        place == null
            ? Files.createTempDirectory("tocsin-bench-")
            : Files.createTempDirectory(Path.of(place), "tocsin-bench-");
    try {
      boolean together = size <= neo4jSize;
      stage(
          report,
          work.resolve("main"),
          size,
          peers.stream().filter(p -> together || p != Contestant.NEO4J).toList(),
          true);
      if (!together && peers.contains(Contestant.NEO4J)) {
        stage(report, work.resolve("small"), neo4jSize, List.of(Contestant.NEO4J), false);
      }
      if (!noRecovery) {
        recover(report);
      }
    } finally {
      delete(work);
    }
    Remarks.add(report, cold);
    return Optional.of(report);
  }

  /** Planted patterns; a fault there must not take the measurements with it. */
  private void recover(Report report) throws IOException {
    say("looking for planted patterns");
    try {
      new Recovery(report, recoverySize, seed).run();
    } catch (RuntimeException e) {
      say("recovery failed: " + e);
      report.failed("recovery: " + e);
    }
  }

  /** One ledger, Tocsin and the peers on it, one after the other. */
  private void stage(Report report, Path work, int payments, List<Contestant> peers, boolean main)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    say("generating %,d payments".formatted(payments));
    Preparation prepared = Preparation.of(work.resolve("ledger"), payments, seed, questions);
    Outcome tocsin = run(report, Contestant.TOCSIN, work, main);
    List<Outcome> all = new ArrayList<>(List.of(tocsin));
    for (Contestant peer : peers) {
      all.add(run(report, peer, work, main && peer == Contestant.POSTGRESQL));
      delete(work.resolve(peer.option()));
    }
    Comparison comparison = new Comparison(report, prepared.questions(), tocsin, payments);
    comparison.add(all);
    new Goals(report, comparison, prepared, tocsin, all).add(main);
  }

  private Outcome run(Report report, Contestant contestant, Path work, boolean further)
      throws IOException, InterruptedException {
    say("running " + contestant.option());
    Outcome outcome = contestant.run(work.resolve("ledger"), work, pass, cold, further);
    if (outcome.failure() != null) {
      report.failed(contestant.option() + ": " + outcome.failure());
      say(contestant.option() + " failed: " + outcome.failure());
    }
    return outcome;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
