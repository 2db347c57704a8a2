package org.tocsin.tracing.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;

/** Ranks accounts with traced money by what can be stopped and how soon it will leave. */
final class Holdings {
  private Holdings() {}

  static List<Holding> ranked(Setting setting, Collection<Held> found, boolean undivided) {
    Urgency urgency = new Urgency(setting);
    List<Holding> holdings = new ArrayList<>();
    for (Held held : found) {
      holdings.add(holding(setting, held, urgency, undivided));
    }
    holdings.sort(
        Comparator.comparingDouble(Holdings::score)
            .thenComparingLong(Holding::highFen)
            .reversed()
            .thenComparingInt(Holding::account)
            .thenComparing(Holding::end));
    List<Holding> ranked = new ArrayList<>(holdings.size());
    for (Holding h : holdings) {
      ranked.add(
          new Holding(
              h.account(),
              h.tier(),
              h.remainingFen(),
              h.lowFen(),
              h.highFen(),
              h.stoppableFen(),
              h.hoursToLeave(),
              ranked.size() + 1,
              h.firstArrival(),
              h.lastArrival(),
              h.end()));
    }
    return ranked;
  }

  private static double score(Holding holding) {
    return holding.stoppableFen() / (1 + holding.hoursToLeave());
  }

  private static Holding holding(Setting setting, Held held, Urgency urgency, boolean undivided) {
    Instant first = setting.snapshot.at(held.firstId);
    Instant last = setting.snapshot.at(held.lastId);
    long remaining = held.total();
    long high = held.high;
    long stoppable = 0;
    double hours = Double.POSITIVE_INFINITY;
    if (held.end == End.HELD) {
      long balance = urgency.balance(held.account);
      high = undivided ? Math.min(high, balance) : high;
      stoppable = Math.min(undivided ? high : remaining, balance);
      hours = urgency.hoursToLeave(held.account, balance, last);
    }
    return new Holding(
        held.account,
        held.tier,
        remaining,
        held.low,
        high,
        stoppable,
        hours,
        0,
        first,
        last,
        held.end);
  }
}
