package org.tocsin.kernel;

import java.util.OptionalLong;

/**
 * The one definition of a quantile in published figures: nearest rank, the smallest recorded value
 * with at least {@code p} of all values at or below it. It always is a value that occurred, so that
 * a figure can be traced to a record; interpolated quantiles are not.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The nearest-rank quantile.
   *
   * @param sorted values in ascending order
   * @param p more than 0, at most 1
   * @return empty where there are no values
   */
  public static OptionalLong nearestRank(long[] sorted, double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in (0, 1] but was " + p);
    }
    if (sorted.length == 0) {
      return OptionalLong.empty();
    }
    // The tolerance keeps 0.9 × 10 at rank 9 although 0.9 has no exact double.
    int rank = (int) Math.ceil(p * sorted.length - 1e-9);
    return OptionalLong.of(sorted[Math.max(rank, 1) - 1]);
  }
}
