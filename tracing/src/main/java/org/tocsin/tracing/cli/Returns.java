package org.tocsin.tracing.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.restitution.FrozenBalance;
import org.tocsin.tracing.restitution.Restitution;
import org.tocsin.tracing.restitution.ReturnPlan;
import org.tocsin.tracing.restitution.TracedShare;
import org.tocsin.tracing.restitution.VictimLoss;

/**
 * A proposal for the return of what is frozen ({@code --frozen "ACCOUNT AMOUNT"}), from a trace. A
 * victim is the account that paid.
 */
final class Returns {
  private final Snapshot snapshot;
  private final TraceResult result;
  private final Arguments arguments;
  private final List<VictimLoss> losses = new ArrayList<>();
  private final List<Integer> victimOfReport = new ArrayList<>();

  Returns(Snapshot snapshot, TraceResult result, Arguments arguments) {
    this.snapshot = snapshot;
    this.result = result;
    this.arguments = arguments;
  }

  ReturnPlan plan() throws UsageException {
    if (result.request().rule() == Rule.REACH) {
      throw new UsageException("--frozen needs a rule that divides money; reach does not");
    }
    losses();
    var frozen = new ArrayList<FrozenBalance>();
    var shares = new ArrayList<TracedShare>();
    for (Map.Entry<String, Long> one : pairs(arguments.frozen, "--frozen").entrySet()) {
      frozen.add(new FrozenBalance(one.getKey(), one.getValue()));
      shares.addAll(shares(one.getKey()));
    }
    return Restitution.allocate(frozen, losses, shares);
  }

  private void losses() throws UsageException {
    Map<String, Long> returned = pairs(arguments.returned, "--returned");
    Map<String, Integer> places = new HashMap<>();
    var lost = new ArrayList<Long>();
    for (Report report : result.request().reports()) {
      String victim = snapshot.key(report.from());
      int place = places.computeIfAbsent(victim, v -> places.size());
      if (place == lost.size()) {
        lost.add(0L);
      }
      lost.set(place, lost.get(place) + report.amountFen());
      victimOfReport.add(place);
    }
    String[] names = new String[lost.size()];
    places.forEach((name, place) -> names[place] = name);
    for (int i = 0; i < names.length; i++) {
      long back = returned.getOrDefault(names[i], 0L);
      if (back > lost.get(i)) {
        throw new UsageException(
            "--returned: more came back to " + names[i] + " than was reported");
      }
      losses.add(new VictimLoss(names[i], lost.get(i), back));
    }
  }

  private List<TracedShare> shares(String key) throws UsageException {
    int account =
        snapshot
            .find(key)
            .orElseThrow(
                () -> new UsageException("--frozen: no account " + key + " in the ledger"));
    boolean certain =
        result.accounts().stream()
            .filter(h -> h.account() == account && h.end() == End.HELD)
            .allMatch(Returns::certain);
    long[] byReport = result.shares(account);
    var byVictim = new long[losses.size()];
    for (int report = 0; report < byReport.length; report++) {
      byVictim[victimOfReport.get(report)] += byReport[report];
    }
    boolean only = onlyDeposit(account);
    var shares = new ArrayList<TracedShare>();
    for (int victim = 0; victim < byVictim.length; victim++) {
      if (byVictim[victim] > 0) {
        shares.add(new TracedShare(key, victim, byVictim[victim], certain, only));
      }
    }
    return shares;
  }

  private static boolean certain(Holding holding) {
    return holding.lowFen() == holding.highFen();
  }

  /** Is the only payment that ever came to the account one that was reported? */
  private boolean onlyDeposit(int account) {
    InCursor in = snapshot.ins();
    if (!in.seekId(account, 0)) {
      return false;
    }
    long only = in.id();
    return !in.next() && result.request().reports().stream().anyMatch(r -> r.paymentId() == only);
  }

  private static Map<String, Long> pairs(List<String> texts, String option) throws UsageException {
    Map<String, Long> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      String[] parts = text.strip().split("\\s+");
      if (parts.length != 2 || pairs.put(parts[0], Reports.fen(parts[1])) != null) {
        throw new UsageException(
            option + " wants \"ACCOUNT AMOUNT\", each account once, not: " + text);
      }
    }
    return pairs;
  }
}
