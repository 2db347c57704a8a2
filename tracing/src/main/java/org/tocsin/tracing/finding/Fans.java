package org.tocsin.tracing.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tocsin.tracing.finding.Payments.Step;
import org.tocsin.tracing.report.Yuan;

/**
 * Money that comes together on one account and spreads from it, or spreads from one and comes
 * together on another.
 */
final class Fans implements Search {
  private final FindingLimits limits;

  Fans(FindingLimits limits) {
    this.limits = limits;
  }

  @Override
  public void look(int account, Payments payments, Consumer<Finding> found) {
    gatherScatter(account, payments, found);
    scatterGather(account, payments, found);
  }

  /** Many senders, then many receivers, within the window; most of what came in went on. */
  private void gatherScatter(int account, Payments payments, Consumer<Finding> found) {
    List<Step> in = payments.in(account, limits.busiest());
    List<Step> out = payments.out(account, limits.busiest());
    List<Step> best = List.of();
    long most = 0;
    for (int start = 0; start < in.size(); start++) {
      long end = in.get(start).millis() + limits.window().toMillis();
      if (start > 0
          && in.get(start).millis() - in.get(start - 1).millis()
              < limits.window().toMillis() / 50) {
        continue; // a window that begins hardly later says the same
      }
      List<Step> gathered = within(in, in.get(start).millis(), end);
      List<Step> scattered = within(out, gathered.getFirst().millis(), end);
      Set<Integer> senders = new HashSet<>(gathered.stream().map(Step::from).toList());
      Set<Integer> receivers = new HashSet<>(scattered.stream().map(Step::to).toList());
      senders.remove(account);
      receivers.remove(account);
      long came = gathered.stream().mapToLong(Step::fen).sum();
      long went = scattered.stream().mapToLong(Step::fen).sum();
      if (senders.size() >= limits.fan()
          && receivers.size() >= limits.fan()
          && went * 2 >= came
          && Math.min(came, went) > most) {
        most = Math.min(came, went);
        best = joined(gathered, scattered);
      }
    }
    if (most >= limits.leastFen()) {
      int from =
          (int) best.stream().filter(s -> s.to() == account).map(Step::from).distinct().count();
      int to =
          (int) best.stream().filter(s -> s.from() == account).map(Step::to).distinct().count();
      String zh =
          "账户 %s 先由 %d 个账户汇入，再分散转给 %d 个账户，金额 %s 元，全程不超过 %s"
              .formatted(
                  payments.brief(account), from, to, Yuan.of(most), Payments.span(limits.window()));
      String en =
          "account %s gathered from %d accounts and scattered to %d, %s, within %s"
              .formatted(
                  payments.brief(account), from, to, Yuan.of(most), Payments.span(limits.window()));
      found.accept(FastInFastOut.of(FindingKind.GATHER_SCATTER, account, best, most, zh, en));
    }
  }

  private static List<Step> within(List<Step> steps, long from, long to) {
    return steps.stream().filter(s -> s.millis() >= from && s.millis() <= to).toList();
  }

  private static List<Step> joined(List<Step> one, List<Step> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all.stream().distinct().sorted(Comparator.comparingLong(Step::id)).toList();
  }

  /** To several accounts, and from each of them later to one and the same. */
  private void scatterGather(int account, Payments payments, Consumer<Finding> found) {
    Map<Integer, Map<Integer, List<Step>>> byEnd = new HashMap<>();
    for (Step first : payments.out(account, limits.busiest())) {
      if (first.to() == account
          || payments.hub(first.to())
          || payments.busy(first.to(), limits.busiest())) {
        continue;
      }
      for (Step second : payments.out(first.to(), limits.busiest())) {
        if (second.id() > first.id()
            && second.millis() - first.millis() <= limits.window().toMillis()
            && second.to() != first.to()
            && second.to() != account
            && second.fen() >= first.fen() * limits.cycleKeeps()
            && second.fen() * limits.cycleKeeps() <= first.fen()) {
          byEnd
              .computeIfAbsent(second.to(), end -> new HashMap<>())
              .putIfAbsent(first.to(), List.of(first, second));
          break;
        }
      }
    }
    byEnd.forEach(
        (end, ways) -> {
          List<Step> steps =
              ways.values().stream()
                  .flatMap(List::stream)
                  .distinct()
                  .sorted(Comparator.comparingLong(Step::id))
                  .toList();
          long fen = steps.stream().filter(s -> s.to() == end).mapToLong(Step::fen).sum();
          boolean close =
              !steps.isEmpty()
                  && steps.getLast().millis() - steps.getFirst().millis()
                      <= 2 * limits.window().toMillis();
          if (ways.size() >= limits.fan() && fen >= limits.leastFen() && close) {
            String zh =
                "账户 %s 分散转给 %d 个账户，这些账户随后都汇入 %s，共 %s 元"
                    .formatted(
                        payments.brief(account), ways.size(), payments.brief(end), Yuan.of(fen));
            String en =
                "account %s scattered to %d accounts, which all paid on to %s, %s"
                    .formatted(
                        payments.brief(account), ways.size(), payments.brief(end), Yuan.of(fen));
            found.accept(FastInFastOut.of(FindingKind.SCATTER_GATHER, account, steps, fen, zh, en));
          }
        });
  }
}
