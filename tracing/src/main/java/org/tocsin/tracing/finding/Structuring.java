package org.tocsin.tracing.finding;

import java.util.List;
import java.util.function.Consumer;
import org.tocsin.tracing.finding.Payments.Step;
import org.tocsin.tracing.report.Yuan;

/**
 * Several payments just below an amount that somebody may want to stay below, out of or into one
 * account within a day or so.
 */
final class Structuring implements Search {
  private final FindingLimits limits;

  Structuring(FindingLimits limits) {
    this.limits = limits;
  }

  @Override
  public void look(int account, Payments payments, Consumer<Finding> found) {
    for (long threshold : limits.thresholds()) {
      look(account, payments.out(account, limits.busiest()), threshold, true, payments, found);
      look(account, payments.in(account, limits.busiest()), threshold, false, payments, found);
    }
  }

  /** The largest group within one window. */
  private void look(
      int account,
      List<Step> steps,
      long threshold,
      boolean out,
      Payments payments,
      Consumer<Finding> found) {
    long least = threshold - Math.round(threshold * limits.below());
    List<Step> near =
        steps.stream()
            .filter(s -> s.fen() >= least && s.fen() < threshold && s.from() != s.to())
            .toList();
    int bestFrom = 0;
    int bestTo = 0;
    int from = 0;
    for (int to = 1; to <= near.size(); to++) {
      while (near.get(to - 1).millis() - near.get(from).millis()
          > limits.structuringWindow().toMillis()) {
        from++;
      }
      if (to - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to;
      }
    }
    List<Step> group = near.subList(bestFrom, bestTo);
    if (group.size() >= limits.repeats()) {
      long sum = group.stream().mapToLong(Step::fen).sum();
      String within = Payments.span(limits.structuringWindow());
      String zh =
          "账户 %s 在 %s 内%s %d 笔，每笔略低于 %s 元，合计 %s 元"
              .formatted(
                  payments.brief(account),
                  within,
                  out ? "转出" : "收到",
                  group.size(),
                  Yuan.of(threshold),
                  Yuan.of(sum));
      String en =
          "account %s %s %d payments just below %s within %s, %s in all"
              .formatted(
                  payments.brief(account),
                  out ? "made" : "took",
                  group.size(),
                  Yuan.of(threshold),
                  within,
                  Yuan.of(sum));
      found.accept(FastInFastOut.of(FindingKind.STRUCTURING, account, group, sum, zh, en));
    }
  }
}
