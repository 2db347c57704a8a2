package org.tocsin.bench.tracing.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.tracing.ledger.GeneratedLedger;
import org.tocsin.bench.tracing.ledger.Network;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;

/** Plants patterns of three sources, traces them and reports what came back. */
public final class Recovery {
  private static final Duration AMLSIM_WINDOW = Duration.ofDays(20);

  private final Report report;
  private final int size;
  private final long seed;

  /**
   * @param size generated background payments
   */
  public Recovery(Report report, int size, long seed) {
    this.report = report;
    this.size = size;
    this.seed = seed;
  }

  /** Does all that there is data for. */
  public void run() throws IOException {
    Optional<Path> world = Workspace.data("amlworld_patterns/laundering_patterns_dev.json.gz");
    planted(world.isPresent() ? AmlWorld.read(world.get()) : null);
    Optional<Path> sims = Workspace.data("amlsim");
    if (sims.isPresent()) {
      Table table =
          Table.of(
              "AMLSim: what is named besides the first receiver, 20 days on",
              "ledger",
              "payments",
              "traces",
              "rule",
              "accounts named",
              "of them labelled",
              "of all accounts");
      try (Stream<Path> files = Files.list(sims.get())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tgz")).sorted().toList()) {
          amlSim(file, table);
        }
      }
      report.add(table);
    }
    report.note(
        "Recovery: an account is named when at least 1% of the reported money came to it before the pattern's last payment;"
            + " hubs stop. Reported are the payments by which money enters a pattern; their payers are not counted."
            + " AMLworld's amounts do not add up along its patterns (an account passes on more than it got),"
            + " so part of what moves on is other money by any rule. AMLSim labels accounts only, and its labelled accounts pay"
            + " each other without amounts or times that would tell a pattern; so the question there is whether a trace from a"
            + " labelled account's first payment to another one names labelled accounts more often than chance."
            + (world.isEmpty() || sims.isEmpty()
                ? " Part of it was left out: ../shared/data is missing."
                : ""));
  }

  /** Only the generator's own networks, which need no data. */
  void ownOnly() throws IOException {
    planted(null);
  }

  private void planted(@Nullable AmlWorld world) throws IOException {
    GeneratedLedger ledger = new GeneratedLedger(size, seed);
    try (LedgerStore store = Ledgers.inMemory()) {
      for (int i = 0; i < ledger.accounts(); i++) {
        store.account("g" + i);
      }
      for (int i = 0; i < ledger.hubs(); i++) {
        store.describe(i, AccountClass.MERCHANT, Account.UNKNOWN);
      }
      Planter planter = new Planter(store, ledger, world);
      List<Network> networks = ledger.write(planter);
      Snapshot snapshot = store.snapshot();
      Scoring own = new Scoring(snapshot);
      own.score(networks.stream().map(n -> own(n, planter, snapshot)).toList());
      own.add(
          report,
          "Our own planted networks (cleaner than life) in %,d payments".formatted(size),
          "recovery_own");
      if (world != null) {
        Scoring scoring = new Scoring(snapshot);
        scoring.score(planter.cases());
        scoring.add(
            report,
            "AMLworld HI-Small patterns planted in %,d generated payments".formatted(size),
            "recovery_amlworld");
      }
    }
  }

  private static Case own(Network network, Planter planter, Snapshot snapshot) {
    List<Case.Entry> reports = new ArrayList<>();
    for (long report : network.reports()) {
      reports.add(planter.entry(report));
    }
    Instant last = snapshot.at(reports.get(reports.size() - 1).id());
    return new Case(
        network.shape().text(), network.accounts(), reports, last.plus(Duration.ofDays(3)));
  }

  private void amlSim(Path file, Table table) throws IOException {
    String name = file.getFileName().toString().replace(".tgz", "");
    AmlSim sim = AmlSim.read(file);
    try (LedgerStore store = Ledgers.inMemory()) {
      List<Case.Entry> reports = sim.fill(store);
      Snapshot snapshot = store.snapshot();
      for (Rule rule : Scoring.RULES) {
        long named = 0;
        long labelled = 0;
        for (Case.Entry entry : reports) {
          BitSet accounts = Scoring.named(snapshot, amlSimRequest(entry, rule, snapshot));
          accounts.clear(entry.from());
          accounts.clear(entry.to());
          named += accounts.cardinality();
          labelled += accounts.stream().filter(a -> sim.isLabelled(snapshot, a)).count();
        }
        double share = named == 0 ? 0 : 100.0 * labelled / named;
        double base = sim.labelledPercent(snapshot);
        table.row(
            name,
            sim.payments(),
            reports.size(),
            rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            named,
            "%.1f%%".formatted(share),
            "%.1f%%".formatted(base));
        report
            .json()
            .putObject("amlsim_" + name + "_" + rule)
            .put("reports", reports.size())
            .put("named", named)
            .put("labelled_percent", share)
            .put("labelled_of_all_percent", base);
      }
    }
  }

  private static TraceRequest amlSimRequest(Case.Entry entry, Rule rule, Snapshot snapshot) {
    return TraceRequest.of(
            rule, new org.tocsin.tracing.Report(entry.from(), entry.id(), entry.amountFen()))
        .withUntil(snapshot.at(entry.id()).plus(AMLSIM_WINDOW))
        .withDust(Math.max(1, entry.amountFen() / Scoring.THRESHOLD_SHARE));
  }
}
