package org.tocsin.bench.tracing.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.tracing.engine.Mixer;
import org.tocsin.bench.tracing.ledger.GeneratedLedger;
import org.tocsin.bench.tracing.ledger.Network;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Snapshot;

/** Plants patterns of three sources, traces them and reports what came back. */
public final class Recovery {
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
      try (Stream<Path> files = Files.list(sims.get())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tgz")).sorted().toList()) {
          amlSim(file);
        }
      }
    }
    report.note(
        "Recovery: an account is named when at least 1% of the reported money came to it before the pattern's last payment;"
            + " hubs stop. Reported are the payments by which money enters a pattern; their payers are not counted."
            + " AMLworld's amounts do not add up along its patterns (an account passes on more than it got),"
            + " so part of what moves on is other money by any rule. AMLSim labels accounts only: patterns are its labelled"
            + " accounts that pay each other, and several patterns that share an account count as one."
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
        network.shape().text(), network.accounts(), reports, last.plus(Duration.ofHours(72)));
  }

  private void amlSim(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".tgz", "");
    AmlSim sim = AmlSim.read(file);
    try (LedgerStore store = Ledgers.inMemory()) {
      List<Case> cases = sim.fill(store, name);
      Scoring scoring = new Scoring(store.snapshot());
      scoring.score(cases);
      scoring.add(report, "AMLSim " + name, "recovery_amlsim_" + name);
    }
  }

  /** Puts generated payments into a store, AMLworld's among them at their time. */
  private static final class Planter implements GeneratedLedger.Sink {
    private final LedgerStore store;
    private final GeneratedLedger ledger;
    private final @Nullable AmlWorld world;
    private final List<List<AmlWorld.Planted>> attempts = new ArrayList<>();
    private final List<List<Long>> ids = new ArrayList<>();
    private final List<Case.Entry> payments = new ArrayList<>();
    private final long start = GeneratedLedger.start().toEpochMilli();
    private int next;
    private long id;

    Planter(LedgerStore store, GeneratedLedger ledger, @Nullable AmlWorld world) {
      this.store = store;
      this.ledger = ledger;
      this.world = world;
      for (int i = 0; world != null && i < world.attempts(); i++) {
        attempts.add(new ArrayList<>());
        ids.add(new ArrayList<>());
      }
    }

    @Override
    public void payment(int from, int to, int amountFen, int second) {
      while (world != null
          && next < world.payments().size()
          && world.payments().get(next).second() < second) {
        AmlWorld.Planted p = world.payments().get(next++);
        attempts.get(p.attempt()).add(p);
        ids.get(p.attempt()).add(id);
        append(person(p.from()), person(p.to()), p.amountFen(), p.second());
      }
      payments.add(new Case.Entry(id, from, to, amountFen));
      append(from, to, amountFen, second);
    }

    private void append(int from, int to, long fen, int second) {
      store.append(from, to, fen, start + second * 1000L);
      id++;
    }

    /** The payment in the store that the ledger gives this id. */
    Case.Entry entry(long ofLedger) {
      return payments.get((int) ofLedger);
    }

    /** Spread over all people; two of the pattern's accounts never fall together. */
    private int person(int account) {
      int people = ledger.people();
      int step = people / (world == null ? 1 : world.accounts());
      long within = Long.remainderUnsigned(Mixer.mix(account), Math.max(1, step));
      return ledger.firstPerson() + (int) (account * (long) step + within) % people;
    }

    List<Case> cases() {
      List<Case> cases = new ArrayList<>();
      for (int i = 0; i < attempts.size(); i++) {
        List<AmlWorld.Planted> attempt = attempts.get(i);
        List<AmlWorld.Planted> entries = AmlWorld.entries(attempt);
        if (!entries.isEmpty()) {
          List<Case.Entry> reports = new ArrayList<>();
          for (AmlWorld.Planted e : entries) {
            reports.add(
                new Case.Entry(
                    ids.get(i).get(attempt.indexOf(e)),
                    person(e.from()),
                    person(e.to()),
                    e.amountFen()));
          }
          int last = attempt.get(attempt.size() - 1).second();
          cases.add(
              new Case(
                  Objects.requireNonNull(world).typology(i),
                  attempt.stream().mapToInt(p -> person(p.to())).distinct().toArray(),
                  reports.stream().distinct().toList(),
                  GeneratedLedger.start().plusSeconds(last + 1L)));
        }
      }
      return cases;
    }
  }
}
