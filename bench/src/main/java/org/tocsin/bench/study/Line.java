package org.tocsin.bench.study;

import java.util.Arrays;
import java.util.List;

/**
 * {@code overhead + factor × road time}: the time to start, park and find the door, and how the
 * real speed compares with the pack's.
 *
 * @param overhead seconds
 */
public record Line(double overhead, double factor) {
  private static final double LEAST = 0.1;
  private static final double MOST = 5;
  private static final int STEPS = 60;

  /** No calibration. */
  public static final Line NONE = new Line(0, 1);

  /** The time predicted for a road time, in seconds. */
  public double seconds(double roadSeconds) {
    return overhead + factor * roadSeconds;
  }

  /**
   * The line with the least sum of absolute errors (a few wild rows do not move it). For a factor
   * the best overhead is the median of what is left, and the sum is convex in the factor, so that a
   * search by thirds finds it. The overhead is never negative.
   *
   * @param pairs road time as predicted, and observed
   */
  public static Line fit(List<Errors.Pair> pairs) {
    if (pairs.isEmpty()) {
      return NONE;
    }
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < STEPS; i++) {
      double third = (high - low) / 3;
      if (loss(pairs, at(pairs, low + third)) <= loss(pairs, at(pairs, high - third))) {
        high = high - third;
      } else {
        low = low + third;
      }
    }
    return at(pairs, (low + high) / 2);
  }

  /** The sum of absolute errors in seconds. */
  public static double loss(List<Errors.Pair> pairs, Line line) {
    double sum = 0;
    for (Errors.Pair pair : pairs) {
      sum += Math.abs(line.seconds(pair.predicted()) - pair.observed());
    }
    return sum;
  }

  private static Line at(List<Errors.Pair> pairs, double factor) {
    double[] rest =
        pairs.stream().mapToDouble(p -> p.observed() - factor * p.predicted()).toArray();
    Arrays.sort(rest);
    return new Line(Math.max(0, rest[(rest.length - 1) / 2]), factor);
  }
}
