package org.tocsin.tracing.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.tracing.Cuts;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.Tracer;

/**
 * The engine against the oracles on random ledgers. How many: {@code
 * -Dtracing.oracle.ledgers=100000}; from which seed: {@code -Dtracing.oracle.seed=…}. Each ledger
 * is traced by every rule under every convention for openings.
 */
class OracleTest {
  private static final long SEED = Long.getLong("tracing.oracle.seed", 20_260_301L);
  private static final int LEDGERS = Integer.getInteger("tracing.oracle.ledgers", 2_000);

  @TempDir private Path folder;

  @Test
  void theEngineAgreesWithTheOraclesOnRandomLedgers() {
    System.out.printf("oracle: %d ledgers from seed %d%n", LEDGERS, SEED);
    int traced = 0;
    for (long seed = SEED; seed < SEED + LEDGERS; seed++) {
      SmallLedger ledger = RandomLedger.of(seed);
      if (!ledger.reported().isEmpty()) {
        check(ledger, seed);
        traced++;
      }
    }
    assertThat(traced).as("ledgers with a report").isGreaterThan(LEDGERS / 2);
  }

  @Test
  void aLedgerOnDiskInSeveralSegmentsAgreesTooAlsoAfterItWasClosed() {
    int traced = 0;
    for (long seed = SEED; seed < SEED + LEDGERS / 40; seed++) {
      SmallLedger ledger = RandomLedger.of(seed);
      if (ledger.reported().isEmpty()) {
        continue;
      }
      Path place = folder.resolve(Long.toString(seed));
      try (LedgerStore store = Ledgers.open(place, StoreOptions.defaults())) {
        ledger.fill(store, ledger.payments(), 2);
        check(ledger, store.snapshot(), "on disk, seed " + seed);
      }
      try (LedgerStore store = Ledgers.open(place, StoreOptions.defaults())) {
        store.merge();
        check(ledger, store.snapshot(), "on disk, opened again, seed " + seed);
      }
      traced++;
    }
    assertThat(traced).isPositive();
  }

  @Test
  void manyTracesAtOnceSayWhatEachSaysAlone() {
    for (long seed = SEED; seed < SEED + 40; seed++) {
      SmallLedger ledger = RandomLedger.of(seed);
      if (ledger.reported().isEmpty()) {
        continue;
      }
      try (LedgerStore store = ledger.store(0)) {
        Snapshot snapshot = store.snapshot();
        List<TraceRequest> requests =
            Arrays.stream(Rule.values()).map(rule -> ledger.request(rule, Opening.BOTH)).toList();
        List<TraceResult> together = Tracer.batch(snapshot, requests, 2);
        for (int i = 0; i < requests.size(); i++) {
          TraceResult alone = Tracer.trace(snapshot, requests.get(i));
          assertThat(together.get(i).accounts()).as("seed %d", seed).isEqualTo(alone.accounts());
          assertThat(together.get(i).flows()).as("seed %d", seed).isEqualTo(alone.flows());
        }
      }
    }
  }

  private static void check(SmallLedger ledger, long seed) {
    try (LedgerStore store = ledger.store(0)) {
      check(ledger, store.snapshot(), "seed " + seed);
    }
  }

  private static void check(SmallLedger ledger, Snapshot snapshot, String which) {
    for (Rule rule : Rule.values()) {
      for (Opening opening : Opening.values()) {
        String about = which + ", " + rule + ", " + opening + "\n" + ledger.shown();
        TraceResult found;
        try {
          found = Tracer.trace(snapshot, ledger.request(rule, opening));
        } catch (RuntimeException e) {
          throw new AssertionError(about, e);
        }
        if (rule == Rule.REACH) {
          Compare.reach(ledger, snapshot, found, about);
        } else {
          Compare.money(ledger, snapshot, found, rule, opening, about);
        }
      }
    }
  }

  /** The comparison itself, one reader for every kind of fact. */
  static final class Compare {
    private Compare() {}

    static Outcome outcome(SmallLedger ledger, Rule rule, Opening opening) {
      return rule == Rule.FIFO || rule == Rule.LIFO
          ? FenOracle.trace(ledger, rule, opening)
          : MixOracle.trace(ledger, rule, opening);
    }

    static void money(
        SmallLedger ledger,
        Snapshot snapshot,
        TraceResult found,
        Rule rule,
        Opening opening,
        String about) {
      Outcome main =
          outcome(
              ledger,
              rule,
              opening == Opening.OPENING_FIRST ? Opening.OPENING_FIRST : Opening.CAUSAL);
      Outcome other = opening == Opening.BOTH ? outcome(ledger, rule, Opening.OPENING_FIRST) : main;
      assertThat(main.conserved() && other.conserved())
          .as("the oracle conserves money, %s", about)
          .isTrue();
      Totals totals = found.totals();
      assertThat(totals)
          .as("totals, %s", about)
          .isEqualTo(
              new Totals(
                  main.reported - main.overlap,
                  main.total(End.HELD),
                  main.total(End.CASH),
                  main.total(End.RETURNED),
                  main.total(End.HUB),
                  main.dust));
      Cuts cuts = found.cuts();
      assertThat(cuts.hopLimitFen()).as("beyond the hops, %s", about).isEqualTo(main.beyondHops);
      assertThat(cuts.overlapFen()).as("overlap, %s", about).isEqualTo(main.overlap);
      assertThat(cuts.dustFen()).as("dust, %s", about).isEqualTo(main.dust);
      assertThat(cuts.paymentsAfterWindow())
          .isEqualTo((long) ledger.payments().size() - ledger.window().size());
      holdings(snapshot, found, main, other, about);
      flows(found, main, about);
      if (rule == Rule.FIFO || rule == Rule.LIFO) {
        proofs(ledger, found, main, about);
      }
    }

    private static void holdings(
        Snapshot snapshot, TraceResult found, Outcome main, Outcome other, String about) {
      Map<Outcome.Spot, long[]> expected = new TreeMap<>();
      main.rest.forEach((spot, fen) -> expected.computeIfAbsent(spot, s -> new long[2])[0] = fen);
      other.rest.forEach((spot, fen) -> expected.computeIfAbsent(spot, s -> new long[2])[1] = fen);
      Map<String, String> wanted = new TreeMap<>();
      expected.forEach(
          (spot, fen) ->
              wanted.put(
                  SmallLedger.name(spot.account()) + " " + spot.end(),
                  "%d in [%d, %d]"
                      .formatted(fen[0], Math.min(fen[0], fen[1]), Math.max(fen[0], fen[1]))));
      Map<String, String> got = new TreeMap<>();
      int rank = 0;
      for (Holding holding : found.accounts()) {
        got.put(
            snapshot.key(holding.account()) + " " + holding.end(),
            "%d in [%d, %d]"
                .formatted(holding.remainingFen(), holding.lowFen(), holding.highFen()));
        assertThat(holding.rank()).as("ranks count up, %s", about).isEqualTo(++rank);
        assertThat(holding.stoppableFen())
            .as("stoppable, %s", about)
            .isBetween(0L, holding.remainingFen());
        Integer tier = main.tiers.get(holding.account());
        if (tier != null && holding.remainingFen() > 0) {
          assertThat(holding.tier())
              .as("tier of %s, %s", snapshot.key(holding.account()), about)
              .isEqualTo(tier);
        }
      }
      assertThat(got).as("holdings, %s", about).isEqualTo(wanted);
    }

    private static void flows(TraceResult found, Outcome main, String about) {
      Map<Outcome.Carried, Long> got = new TreeMap<>();
      for (Flow flow : found.flows()) {
        got.merge(
            new Outcome.Carried((int) flow.paymentId(), flow.report()),
            flow.tracedFen(),
            Long::sum);
      }
      assertThat(got).as("what payments carried, %s", about).isEqualTo(main.carried);
    }

    /** On a proof sheet every account but the last passes on exactly what it got. */
    private static void proofs(SmallLedger ledger, TraceResult found, Outcome main, String about) {
      for (Holding holding : found.accounts()) {
        long held = main.rest.getOrDefault(new Outcome.Spot(holding.account(), End.HELD), 0L);
        if (holding.end() != End.HELD || held == 0) {
          continue;
        }
        ProofSheet sheet = found.proof(holding.account());
        assertThat(sheet.fen()).as("proof of %s, %s", holding, about).isEqualTo(held);
        Map<Integer, Long> left = new HashMap<>();
        for (ProofSheet.Line line : sheet.lines()) {
          left.merge(line.to(), line.tracedFen(), Long::sum);
          boolean source = ledger.reported().get(line.report()).paymentId() == line.paymentId();
          if (!source) {
            left.merge(line.from(), -line.tracedFen(), Long::sum);
          }
        }
        left.values().removeIf(fen -> fen == 0);
        assertThat(left)
            .as("proof of %s: %s, %s", holding, sheet, about)
            .isEqualTo(Map.of(holding.account(), held));
      }
    }

    static void reach(SmallLedger ledger, Snapshot snapshot, TraceResult found, String about) {
      var oracle = new ReachOracle(ledger);
      long reported = ledger.reported().stream().mapToLong(r -> r.amountFen()).sum();
      assertThat(found.totals())
          .as("totals, %s", about)
          .isEqualTo(new Totals(reported, reported, 0, 0, 0, 0));
      Map<String, Integer> got = new TreeMap<>();
      for (Holding holding : found.accounts()) {
        got.put(snapshot.key(holding.account()), holding.tier());
        assertThat(holding.remainingFen()).as(about).isZero();
        assertThat(holding.lowFen()).as(about).isZero();
        assertThat(holding.highFen())
            .as("high of %s, %s", snapshot.key(holding.account()), about)
            .isBetween(0L, Math.min(reported, oracle.into.getOrDefault(holding.account(), 0L)));
      }
      Map<String, Integer> wanted = new TreeMap<>();
      oracle.tiers.forEach((account, tier) -> wanted.put(SmallLedger.name(account), tier));
      assertThat(got).as("reached, %s", about).isEqualTo(wanted);
      Map<Integer, Integer> flows = new TreeMap<>();
      found.flows().forEach(flow -> flows.merge((int) flow.paymentId(), flow.tier(), Math::min));
      assertThat(flows.keySet())
          .as("payments that reach, %s", about)
          .isEqualTo(oracle.payments.keySet());
    }
  }
}
