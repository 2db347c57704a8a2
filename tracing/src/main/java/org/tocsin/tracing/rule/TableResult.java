package org.tocsin.tracing.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Cuts;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;

/** A result read from a table of what payments carried; checks at once that no fen was lost. */
final class TableResult implements TraceResult {
  private final Setting setting;
  private final FlowTable table;
  private final int rows;
  private final @Nullable Mixture mixture;
  private final Proofs proofs;
  private final HopCut hopCut;
  private final long touched;
  private final Totals totals;
  private final long overlap;
  private @Nullable Map<Long, Held> held;
  private @Nullable List<Holding> holdings;
  private @Nullable TableResult other;

  /** What of the held money would have gone on but for the limit on hops. */
  interface HopCut {
    long fen();
  }

  TableResult(PieceTrace trace) {
    this(
        trace.setting(),
        trace.table,
        null,
        new PieceProofs(trace.table),
        trace.touched(),
        trace::cutByHops);
  }

  TableResult(MixingTrace trace) {
    this(
        trace.setting(),
        trace.table,
        trace.mixture,
        new MixingProofs(trace.table),
        trace.touched(),
        trace.mixture::cutSum);
  }

  private TableResult(
      Setting setting,
      FlowTable table,
      @Nullable Mixture mixture,
      Proofs proofs,
      long touched,
      HopCut hopCut) {
    this.setting = setting;
    this.table = table;
    this.rows = table.count;
    this.mixture = mixture;
    this.proofs = proofs;
    this.touched = touched;
    this.hopCut = hopCut;
    long[] sums = sums();
    this.overlap = sums[Ends.OVERLAP];
    long reported = -overlap;
    for (Setting.Seed seed : setting.seeds()) {
      reported += seed.reported();
    }
    this.totals =
        new Totals(
            reported,
            sums[Ends.ON],
            sums[Ends.CASH],
            sums[Ends.RETURNED],
            sums[Ends.HUB],
            sums[Ends.DUST]);
  }

  private long[] sums() {
    long[] sums = new long[Ends.COUNT];
    for (int row = 0; row < rows; row++) {
      if (mixture == null || table.end[row] != Ends.ON) {
        sums[table.end[row]] += table.rest[row];
      }
    }
    for (int place = 0; mixture != null && place < mixture.count; place++) {
      sums[Ends.ON] += mixture.held(place);
    }
    return sums;
  }

  /** The same request by the other convention: gives low and high. */
  TableResult with(TableResult otherConvention) {
    other = otherConvention;
    return this;
  }

  @Override
  public TraceRequest request() {
    return setting.request;
  }

  @Override
  public Totals totals() {
    return totals;
  }

  @Override
  public long touched() {
    return touched;
  }

  @Override
  public Cuts cuts() {
    List<Cuts.HubCut> hubs = new ArrayList<>();
    for (Held at : held().values()) {
      if (at.end == End.HUB && at.total() > 0) {
        hubs.add(
            new Cuts.HubCut(
                at.account,
                setting.snapshot.type(at.account),
                setting.policy(at.account),
                at.total()));
      }
    }
    long after = setting.snapshot.payments() - setting.toId;
    return new Cuts(hopCut.fen(), totals.dustFen(), overlap, after, hubs);
  }

  /** Accounts with traced money by the way it came to rest, in order of first arrival. */
  private Map<Long, Held> held() {
    Map<Long, Held> known = held;
    if (known == null) {
      known = gather();
      held = known;
    }
    return known;
  }

  private Map<Long, Held> gather() {
    Map<Long, Held> found = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      End end = table.end[row] == Ends.ON ? End.HELD : Ends.end(table.end[row]);
      if (end != null) {
        int account = table.to[row];
        Held at =
            found.computeIfAbsent(
                Held.key(account, end), key -> new Held(account, end, setting.reports));
        at.arrived(table.id[row], table.tier[row]);
        if (mixture == null || end != End.HELD) {
          addLeft(at, row);
        }
      }
    }
    Map<Integer, Integer> tiers = new HashMap<>();
    found.values().forEach(at -> tiers.merge(at.account, at.tier, Math::min));
    found.values().forEach(at -> at.tier = tiers.getOrDefault(at.account, at.tier));
    for (int place = 0; mixture != null && place < mixture.count; place++) {
      Held at = found.get(Held.key(mixture.account[place], End.HELD));
      for (int label = 0; at != null && label < setting.reports; label++) {
        at.shares[label] = mixture.held(place, label);
      }
    }
    return found;
  }

  private void addLeft(Held at, int row) {
    for (int label = 0; label < setting.reports; label++) {
      at.shares[label] += table.left(row, label);
    }
  }

  @Override
  public List<Holding> accounts() {
    List<Holding> known = holdings;
    if (known == null) {
      known = Holdings.ranked(setting, bounded(), false);
      holdings = known;
    }
    return known;
  }

  /** Accounts with money by either convention, with the lesser and the greater amount. */
  private List<Held> bounded() {
    Map<Long, Held> all = new LinkedHashMap<>(held());
    Map<Long, Held> others = other == null ? all : other.held();
    others.forEach((key, at) -> all.computeIfAbsent(key, missing -> emptyOf(at)));
    List<Held> bounded = new ArrayList<>();
    all.forEach(
        (key, at) -> {
          Held second = others.get(key);
          long secondFen = second == null ? 0 : second.total();
          at.low = Math.min(at.total(), secondFen);
          at.high = Math.max(at.total(), secondFen);
          if (at.high > 0) {
            bounded.add(at);
          }
        });
    return bounded;
  }

  private Held emptyOf(Held at) {
    Held empty = new Held(at.account, at.end, setting.reports);
    empty.tier = at.tier;
    empty.firstId = at.firstId;
    empty.lastId = at.lastId;
    return empty;
  }

  @Override
  public long[] shares(int account) {
    Held at = held().get(Held.key(account, End.HELD));
    return at == null ? new long[setting.reports] : at.shares.clone();
  }

  @Override
  public List<Flow> flows() {
    Map<Long, Map<Integer, Flow>> byPayment = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      for (int label = 0; label < setting.reports; label++) {
        long fen = table.carried(row, label);
        if (fen > 0 && table.end[row] != Ends.OVERLAP) {
          Flow flow = flow(row, label, fen);
          byPayment
              .computeIfAbsent(flow.paymentId(), id -> new HashMap<>())
              .merge(label, flow, TableResult::sum);
        }
      }
    }
    List<Flow> flows = new ArrayList<>();
    byPayment.values().forEach(labels -> flows.addAll(new TreeMap<>(labels).values()));
    return flows;
  }

  private Flow flow(int row, int label, long fen) {
    return new Flow(
        table.id[row],
        table.from[row],
        table.to[row],
        table.amount[row],
        fen,
        setting.snapshot.at(table.id[row]),
        table.tier[row],
        label,
        Ends.end(table.end[row]),
        table.end[row] == Ends.DUST);
  }

  private static Flow sum(Flow a, Flow b) {
    Flow shown = a.dust() ? b : a;
    return new Flow(
        a.paymentId(),
        a.from(),
        a.to(),
        a.amountFen(),
        a.tracedFen() + b.tracedFen(),
        a.at(),
        Math.min(a.tier(), b.tier()),
        a.report(),
        shown.end(),
        shown.dust());
  }

  @Override
  public ProofSheet proof(int account) {
    for (End end : End.values()) {
      Held at = held().get(Held.key(account, end));
      if (at != null && at.total() > 0) {
        return proofs.of(at, rows, setting);
      }
    }
    return new ProofSheet(account, 0, setting.request.rule(), List.of());
  }
}
