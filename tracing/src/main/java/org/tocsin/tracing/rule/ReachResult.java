package org.tocsin.tracing.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Cuts;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;

/**
 * Accounts that money could have come to. It is not divided: all of it is held on them together.
 */
final class ReachResult implements TraceResult {
  private final ReachTrace trace;
  private final Setting setting;
  private final Totals totals;
  private @Nullable List<Holding> holdings;

  ReachResult(ReachTrace trace) {
    this.trace = trace;
    this.setting = trace.setting();
    long reported = 0;
    for (Setting.Seed seed : setting.seeds()) {
      reported += seed.reported();
    }
    this.totals = new Totals(reported, reported, 0, 0, 0, 0);
  }

  @Override
  public TraceRequest request() {
    return setting.request;
  }

  @Override
  public List<Holding> accounts() {
    List<Holding> known = holdings;
    if (known == null) {
      List<Held> found = new ArrayList<>(trace.count);
      for (int place = 0; place < trace.count; place++) {
        found.add(held(place));
      }
      known = Holdings.ranked(setting, found, true);
      holdings = known;
    }
    return known;
  }

  private Held held(int place) {
    Held held = new Held(trace.account[place], end(trace.account[place]), setting.reports);
    held.tier = trace.tier[place];
    held.firstId = trace.first[place];
    held.lastId = trace.last[place];
    held.high = Math.min(totals.reportedFen(), trace.inflow[place]);
    return held;
  }

  private End end(int account) {
    End end = setting.isVictim(account) ? End.RETURNED : Ends.end(setting.endAt(account));
    return end == null ? End.HELD : end;
  }

  @Override
  public List<Flow> flows() {
    Map<Long, Flow> flows = new HashMap<>();
    for (int i = 0; i < trace.payments; i++) {
      End end = end(trace.to[i]);
      Flow flow =
          new Flow(
              trace.id[i],
              trace.from[i],
              trace.to[i],
              trace.amount[i],
              trace.amount[i],
              setting.snapshot.at(trace.id[i]),
              trace.paymentTier[i],
              0,
              end == End.HELD ? null : end,
              false);
      flows.merge(flow.paymentId(), flow, (a, b) -> a.tier() <= b.tier() ? a : b);
    }
    return flows.values().stream().sorted(Comparator.comparingLong(Flow::paymentId)).toList();
  }

  @Override
  public Totals totals() {
    return totals;
  }

  @Override
  public Cuts cuts() {
    List<Cuts.HubCut> hubs = new ArrayList<>();
    for (int place = 0; place < trace.count; place++) {
      int account = trace.account[place];
      HubPolicy policy = setting.policy(account);
      if (policy != HubPolicy.FOLLOW) {
        hubs.add(
            new Cuts.HubCut(account, setting.snapshot.type(account), policy, held(place).high));
      }
    }
    return new Cuts(0, 0, 0, setting.snapshot.payments() - setting.toId, hubs);
  }

  @Override
  public long[] shares(int account) {
    return new long[setting.reports];
  }

  @Override
  public long touched() {
    return trace.payments;
  }

  /** One way of earliest arrivals back to a report. */
  @Override
  public ProofSheet proof(int account) {
    List<ProofSheet.Line> lines = new ArrayList<>();
    Map<Long, Flow> earliest = new HashMap<>();
    for (Flow flow : flows()) {
      earliest.putIfAbsent((long) flow.to(), flow);
    }
    Flow flow = earliest.get((long) account);
    while (flow != null) {
      lines.addFirst(
          new ProofSheet.Line(
              0,
              flow.paymentId(),
              flow.from(),
              flow.to(),
              flow.amountFen(),
              flow.tracedFen(),
              -1,
              -1,
              -1,
              flow.at(),
              0));
      flow = isReported(flow.paymentId()) ? null : earliest.get((long) flow.from());
    }
    List<ProofSheet.Line> numbered = new ArrayList<>();
    for (ProofSheet.Line l : lines) {
      numbered.add(
          new ProofSheet.Line(
              numbered.size() + 1,
              l.paymentId(),
              l.from(),
              l.to(),
              l.amountFen(),
              l.tracedFen(),
              -1,
              -1,
              -1,
              l.at(),
              l.report()));
    }
    int place = trace.find(account);
    return new ProofSheet(account, place < 0 ? 0 : held(place).high, Rule.REACH, numbered);
  }

  private boolean isReported(long id) {
    return setting.seeds().stream().anyMatch(seed -> seed.id() == id);
  }
}
