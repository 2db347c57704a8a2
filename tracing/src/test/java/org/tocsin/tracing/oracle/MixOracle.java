package org.tocsin.tracing.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.End;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * The two rules by which money mixes: pro rata, and the lowest intermediate balance. Balances and
 * traced sums, payment by payment.
 */
final class MixOracle {
  private final SmallLedger ledger;
  private final Rule rule;
  private final Outcome outcome = new Outcome();
  private final int reports;
  private final long[] balance;
  private final long[][] traced;
  private final int[] tier;
  private final Map<String, List<Waiting>> passing = new HashMap<>();

  /**
   * What one payment brought to a hub that money passes by order number, by report, and how deep it
   * is.
   */
  private record Waiting(long[] fen, int tier) {}

  private MixOracle(SmallLedger ledger, Rule rule) {
    this.ledger = ledger;
    this.rule = rule;
    reports = ledger.reported().size();
    balance = new long[ledger.types().size()];
    traced = new long[balance.length][reports];
    tier = new int[balance.length];
    Arrays.fill(tier, Integer.MAX_VALUE);
  }

  static Outcome trace(SmallLedger ledger, Rule rule, Opening opening) {
    return new MixOracle(ledger, rule).run(opening);
  }

  private Outcome run(Opening convention) {
    for (int account = 0; account < balance.length; account++) {
      balance[account] = Math.max(0, ledger.openings().get(account));
      if (convention == Opening.OPENING_FIRST) {
        balance[account] += Shortage.of(ledger, account);
      }
    }
    List<Pay> payments = ledger.window();
    for (int id = 0; id < payments.size(); id++) {
      pay(id, payments.get(id));
    }
    for (int account = 0; account < balance.length; account++) {
      outcome.rests(account, End.HELD, sum(traced[account]));
    }
    passing.forEach(
        (hub, queue) ->
            queue.forEach(
                one ->
                    outcome.rests(Integer.parseInt(hub.split("/", 2)[0]), End.HUB, sum(one.fen))));
    return outcome;
  }

  private void pay(int id, Pay payment) {
    int from = payment.from();
    balance[from] = Math.max(balance[from], payment.fen()); // what is missing comes in, unknown
    long[] carried = divide(carried(payment), traced[from]);
    for (int r = 0; r < reports; r++) {
      traced[from][r] -= carried[r];
    }
    if (ledger.limits().hops() > 0
        && tier[from] != Integer.MAX_VALUE
        && tier[from] >= ledger.limits().hops()) {
      outcome.rests(from, End.HELD, sum(carried));
      outcome.beyondHops += sum(carried);
      carried = new long[reports];
    }
    balance[from] -= payment.fen();
    int mixed = sum(carried) > 0 ? tier[from] : Integer.MAX_VALUE;
    int deep = Math.min(mixed, passThrough(payment, carried));
    arrive(id, payment, carried, deep);
    balance[payment.to()] += payment.fen();
  }

  /** How many traced fen leave the sender with this payment. */
  private long carried(Pay payment) {
    long all = sum(traced[payment.from()]);
    long has = balance[payment.from()];
    if (rule == Rule.HAIRCUT) {
      return BigInteger.valueOf(all)
          .multiply(BigInteger.valueOf(payment.fen()))
          .divide(BigInteger.valueOf(has))
          .longValueExact();
    }
    return Math.max(0, all - (has - payment.fen()));
  }

  /**
   * Divides a sum in proportion: whole parts first, then one fen each to the largest fractions, the
   * earlier report first.
   */
  static long[] divide(long sum, long[] weights) {
    var parts = new long[weights.length];
    long all = sum(weights);
    if (sum == 0) {
      return parts;
    }
    var fractions = new ArrayList<long[]>();
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      parts[i] = sum * weights[i] / all;
      given += parts[i];
      fractions.add(new long[] {i, sum * weights[i] % all});
    }
    fractions.sort((a, b) -> a[1] != b[1] ? Long.compare(b[1], a[1]) : Long.compare(a[0], b[0]));
    for (int i = 0; given < sum; i++, given++) {
      parts[(int) fractions.get(i)[0]]++;
    }
    return parts;
  }

  /** Adds what waits at a hub for a payment of this order; how deep the least deep of it is. */
  private int passThrough(Pay payment, long[] carried) {
    List<Waiting> queue = passing.get(payment.from() + "/" + payment.order());
    int deep = Integer.MAX_VALUE;
    if (queue == null || payment.order().isEmpty()) {
      return deep;
    }
    long room = payment.fen() - sum(carried);
    for (Waiting waiting : queue) {
      if (ledger.limits().hops() > 0 && waiting.tier >= ledger.limits().hops()) {
        continue;
      }
      long[] part = divide(Math.min(room, sum(waiting.fen)), waiting.fen);
      for (int r = 0; r < reports; r++) {
        waiting.fen[r] -= part[r];
        carried[r] += part[r];
      }
      room -= sum(part);
      deep = sum(part) > 0 ? Math.min(deep, waiting.tier) : deep;
    }
    return deep;
  }

  private void arrive(int id, Pay payment, long[] carried, int deep) {
    int report = -1;
    long fresh = 0;
    for (int r = 0; r < reports; r++) {
      if (ledger.reported().get(r).paymentId() == id) {
        report = r;
        fresh = ledger.reported().get(r).amountFen();
        outcome.reported += fresh;
      }
    }
    long overlap = Math.max(0, sum(carried) + fresh - payment.fen());
    long[] cut = divide(overlap, carried);
    outcome.overlap += overlap;
    for (int r = 0; r < reports; r++) {
      carried[r] -= cut[r];
      outcome.carries(id, r, carried[r] + (r == report ? fresh : 0));
      if (payment.to() == victim(r)) {
        long back = carried[r] + (r == report ? fresh : 0);
        outcome.rests(payment.to(), End.RETURNED, back);
        if (back > 0) {
          outcome.arrives(payment.to(), (r == report && fresh > 0 ? 0 : deep) + 1);
        }
        carried[r] = 0;
        fresh = r == report ? 0 : fresh;
      }
    }
    settle(payment, carried, report, fresh, deep);
  }

  private void settle(Pay payment, long[] carried, int report, long fresh, int deep) {
    AccountClass type = ledger.types().get(payment.to());
    HubPolicy policy = ledger.limits().hubs().getOrDefault(type, HubPolicy.FOLLOW);
    boolean stops = type == AccountClass.CASH || policy != HubPolicy.FOLLOW;
    if (!stops && sum(carried) < ledger.limits().dust()) {
      outcome.dust += sum(carried);
      Arrays.fill(carried, 0);
    }
    reached(payment, sum(carried), deep);
    reached(payment, fresh, 0);
    if (fresh > 0) {
      carried[report] += fresh;
    }
    if (type == AccountClass.CASH) {
      outcome.rests(payment.to(), End.CASH, sum(carried));
    } else if (policy == HubPolicy.STOP) {
      outcome.rests(payment.to(), End.HUB, sum(carried));
    } else if (policy == HubPolicy.PASS_THROUGH) {
      passing
          .computeIfAbsent(payment.to() + "/" + payment.order(), key -> new ArrayList<>())
          .add(new Waiting(carried, (fresh > 0 ? 0 : deep) + 1));
    } else {
      for (int r = 0; r < reports; r++) {
        traced[payment.to()][r] += carried[r];
      }
    }
  }

  private void reached(Pay payment, long fen, int deep) {
    if (fen > 0) {
      tier[payment.to()] = Math.min(tier[payment.to()], deep + 1);
      outcome.arrives(payment.to(), deep + 1);
    }
  }

  private int victim(int report) {
    return ledger.ordered().get((int) ledger.reported().get(report).paymentId()).from();
  }

  private static long sum(long[] values) {
    return Arrays.stream(values).sum();
  }
}
