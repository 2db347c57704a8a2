package org.tocsin.tracing.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tocsin.tracing.finding.Payments.Step;
import org.tocsin.tracing.report.Yuan;

/**
 * Most of what comes in leaves again at once. Which fen left when is told first in, first out, by
 * positions in the two streams.
 */
final class FastInFastOut implements Search {
  private final FindingLimits limits;

  FastInFastOut(FindingLimits limits) {
    this.limits = limits;
  }

  @Override
  public void look(int account, Payments payments, Consumer<Finding> found) {
    List<Step> in = payments.in(account, limits.busiest());
    List<Step> out = payments.out(account, limits.busiest());
    long all = 0;
    long fast = 0;
    var used = new ArrayList<Step>();
    int first = 0;
    for (Step arrival : in) {
      all += arrival.fen();
      long from = arrival.inPos();
      long to = from + arrival.fen();
      while (first < out.size() && out.get(first).outPos() + out.get(first).fen() <= from) {
        first++;
      }
      long quick = 0;
      for (int i = first; i < out.size() && out.get(i).outPos() < to; i++) {
        Step left = out.get(i);
        if (left.millis() - arrival.millis() <= limits.fast().toMillis()
            && left.id() > arrival.id()) {
          quick += Math.min(to, left.outPos() + left.fen()) - Math.max(from, left.outPos());
          used.add(left);
        }
      }
      fast += quick;
      if (quick > 0) {
        used.add(arrival);
      }
    }
    if (all >= limits.leastFen() && fast >= limits.fastShare() * all) {
      found.accept(finding(account, all, fast, used, payments));
    }
  }

  private Finding finding(int account, long all, long fast, List<Step> used, Payments payments) {
    List<Step> steps = used.stream().distinct().sorted(Comparator.comparingLong(Step::id)).toList();
    String within = Payments.span(limits.fast());
    long share = fast * 100 / all;
    String zh =
        "账户 %s 共收入 %s 元，其中 %s 元（%d%%）在到账后 %s 内转出，账户只起过渡作用"
            .formatted(payments.brief(account), Yuan.of(all), Yuan.of(fast), share, within);
    String en =
        "account %s took in %s and %s of it (%d%%) left within %s of coming"
            .formatted(payments.brief(account), Yuan.of(all), Yuan.of(fast), share, within);
    return of(FindingKind.FAST_IN_FAST_OUT, account, steps, fast, zh, en);
  }

  /** A finding over payments in order. */
  static Finding of(
      FindingKind kind, int account, List<Step> steps, long fen, String zh, String en) {
    var accounts = new TreeSet<Integer>();
    steps.forEach(
        s -> {
          accounts.add(s.from());
          accounts.add(s.to());
        });
    accounts.remove(account);
    var all = new ArrayList<Integer>();
    all.add(account);
    all.addAll(accounts);
    Instant first = Instant.ofEpochMilli(steps.getFirst().millis());
    return new Finding(
        kind,
        account,
        all,
        steps.stream().map(Step::id).toList(),
        fen,
        first,
        first.plus(Duration.ofMillis(steps.getLast().millis() - steps.getFirst().millis())),
        zh,
        en);
  }
}
