package org.tocsin.tracing.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.finding.Payments.Step;
import org.tocsin.tracing.report.Yuan;

/**
 * Money that comes back to where it set out, each payment later than the one before and of a like
 * amount. The shortest way back is looked for from each payment out; a cycle is told once, of the
 * account that began it.
 */
final class Cycles implements Search {
  /** Ways looked at from one payment; beyond that the search is given up for it. */
  private static final int MOST_STEPS = 3_000;

  private final FindingLimits limits;
  private final Set<Long> told = new HashSet<>();

  Cycles(FindingLimits limits) {
    this.limits = limits;
  }

  /** A payment and the one it followed. */
  private record Way(Step step, @Nullable Way before, int length) {}

  @Override
  public void look(int account, Payments payments, Consumer<Finding> found) {
    for (Step first : payments.out(account, limits.busiest())) {
      if (first.to() == account || first.fen() < limits.leastFen() || told.contains(first.id())) {
        continue;
      }
      Way back = back(first, account, payments);
      if (back != null) {
        List<Step> steps = steps(back);
        steps.forEach(s -> told.add(s.id()));
        found.accept(finding(account, steps, payments));
      }
    }
  }

  private @Nullable Way back(Step first, int account, Payments payments) {
    Deque<Way> next = new ArrayDeque<>();
    Map<Integer, Long> earliest = new HashMap<>();
    next.add(new Way(first, null, 1));
    int looked = 0;
    while (!next.isEmpty() && looked < MOST_STEPS) {
      Way way = next.poll();
      Step last = way.step;
      if (way.length >= limits.cycleHops()
          || payments.hub(last.to())
          || payments.busy(last.to(), limits.busiest())) {
        continue;
      }
      for (Step step : payments.out(last.to(), limits.busiest())) {
        boolean follows =
            step.id() > last.id() && step.millis() - first.millis() <= limits.window().toMillis();
        if (!follows || !alike(first, step) || step.to() == last.to() || looked++ >= MOST_STEPS) {
          continue;
        }
        Way longer = new Way(step, way, way.length + 1);
        if (step.to() == account) {
          return longer.length > 2 ? longer : null; // there and straight back is a refund
        }
        if (earliest.merge(step.to(), step.id(), Math::min) == step.id()) {
          next.add(longer);
        }
      }
    }
    return null;
  }

  private boolean alike(Step first, Step step) {
    return step.fen() >= first.fen() * limits.cycleKeeps()
        && step.fen() * limits.cycleKeeps() <= first.fen();
  }

  private static List<Step> steps(Way last) {
    var steps = new ArrayList<Step>();
    for (Way way = last; way != null; way = way.before) {
      steps.addFirst(way.step);
    }
    return steps;
  }

  private Finding finding(int account, List<Step> steps, Payments payments) {
    long fen = steps.stream().mapToLong(Step::fen).min().orElse(0);
    String way =
        steps.stream().map(s -> payments.brief(s.from())).collect(Collectors.joining(" → "))
            + " → "
            + payments.brief(account);
    String when =
        Payments.time(steps.getFirst().millis()) + " – " + Payments.time(steps.getLast().millis());
    String zh = "资金经 %d 笔回到原账户：%s（%s），每笔不少于 %s 元".formatted(steps.size(), way, when, Yuan.of(fen));
    String en =
        "money came back in %d payments: %s (%s), each at least %s"
            .formatted(steps.size(), way, when, Yuan.of(fen));
    return FastInFastOut.of(FindingKind.CYCLE, account, steps, fen, zh, en);
  }
}
