package org.tocsin.tracing.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * Poison: whatever a reached account pays later reaches who gets it. Found by asking of each
 * payment in turn.
 */
final class ReachOracle {
  private final SmallLedger ledger;
  private final Set<Integer> victims = new HashSet<>();

  /** Least number of payments to each account reached. */
  final Map<Integer, Integer> tiers = new TreeMap<>();

  /** Sum of the payments that reached an account. */
  final Map<Integer, Long> into = new TreeMap<>();

  /** Payments that reached somebody, with how deep they did. */
  final Map<Integer, Integer> payments = new TreeMap<>();

  private final Map<String, Integer> passing = new HashMap<>();

  ReachOracle(SmallLedger ledger) {
    this.ledger = ledger;
    ledger.reported().forEach(r -> victims.add(ledger.ordered().get((int) r.paymentId()).from()));
    List<Pay> window = ledger.window();
    Map<Integer, Integer> followed = new HashMap<>();
    for (int id = 0; id < window.size(); id++) {
      Pay payment = window.get(id);
      int place = id;
      long fresh =
          ledger.reported().stream()
              .filter(r -> r.paymentId() == place)
              .mapToLong(Report::amountFen)
              .sum();
      int deep = deep(payment, followed);
      if (deep != Integer.MAX_VALUE || fresh > 0) {
        into.merge(payment.to(), deep != Integer.MAX_VALUE ? payment.fen() : fresh, Long::sum);
        reach(id, payment, fresh > 0 ? 1 : deep + 1, followed);
      }
    }
  }

  /** How deep the sender of this payment is reached, if the payment goes on from there. */
  private int deep(Pay payment, Map<Integer, Integer> followed) {
    int deep = followed.getOrDefault(payment.from(), Integer.MAX_VALUE);
    if (!payment.order().isEmpty()) {
      deep =
          Math.min(
              deep,
              passing.getOrDefault(payment.from() + "/" + payment.order(), Integer.MAX_VALUE));
    }
    boolean far = ledger.limits().hops() > 0 && deep >= ledger.limits().hops();
    return far || payment.fen() < ledger.limits().dust() ? Integer.MAX_VALUE : deep;
  }

  private void reach(int id, Pay payment, int tier, Map<Integer, Integer> followed) {
    int to = payment.to();
    payments.put(id, tier);
    tiers.merge(to, tier, Math::min);
    AccountClass type = ledger.types().get(to);
    HubPolicy policy = ledger.limits().hubs().getOrDefault(type, HubPolicy.FOLLOW);
    if (victims.contains(to) || type == AccountClass.CASH || policy == HubPolicy.STOP) {
      return;
    }
    if (policy == HubPolicy.PASS_THROUGH) {
      passing.merge(to + "/" + payment.order(), tier, Math::min);
    } else {
      followed.merge(to, tier, Math::min);
    }
  }
}
