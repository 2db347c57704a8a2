package org.tocsin.bench.study;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How far predictions are from what was observed, in seconds.
 *
 * @param observed what was observed
 * @param bias predicted less observed
 * @param absolute its size
 * @param relative its size as a share of the observed, of those observed to take at least {@link
 *     #SHORTEST_RELATIVE_SECONDS}
 */
public record Errors(Spread observed, Spread bias, Spread absolute, Spread relative) {
  /** Shorter travels are left out of relative errors: the log's clock is not that exact. */
  public static final double SHORTEST_RELATIVE_SECONDS = 30;

  /** One prediction that can be judged. */
  public record Pair(double predicted, double observed) {}

  /** Of these pairs. */
  public static Errors of(Collection<Pair> pairs) {
    return new Errors(
        spread(pairs, Pair::observed),
        spread(pairs, p -> p.predicted() - p.observed()),
        spread(pairs, p -> Math.abs(p.predicted() - p.observed())),
        spread(
            pairs.stream().filter(p -> p.observed() >= SHORTEST_RELATIVE_SECONDS).toList(),
            p -> Math.abs(p.predicted() - p.observed()) / p.observed()));
  }

  private static Spread spread(Collection<Pair> pairs, ToDoubleFunction<Pair> of) {
    return Spread.of(pairs.stream().mapToDouble(of).toArray());
  }
}
