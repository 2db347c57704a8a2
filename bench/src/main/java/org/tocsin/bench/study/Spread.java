package org.tocsin.bench.study;

import java.util.Arrays;
import org.tocsin.kernel.Quantiles;

/**
 * A distribution in three numbers, quantiles by nearest rank.
 *
 * @param median not a number when there are no values
 */
public record Spread(int count, double median, double p90) {
  // Quantiles are taken of whole numbers; a thousandth is finer than anything here.
  private static final double SCALE = 1000;

  /** Of these values, in their own unit. */
  public static Spread of(double[] values) {
    long[] scaled = Arrays.stream(values).mapToLong(v -> Math.round(v * SCALE)).sorted().toArray();
    return new Spread(values.length, quantile(scaled, 0.5), quantile(scaled, 0.9));
  }

  private static double quantile(long[] sorted, double p) {
    var value = Quantiles.nearestRank(sorted, p);
    return value.isPresent() ? value.getAsLong() / SCALE : Double.NaN;
  }
}
