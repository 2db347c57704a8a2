package org.tocsin.tracing.rule;

import java.math.BigInteger;

/** Exact division of whole fen. */
public final class Shares {
  private Shares() {}

  /** a × b ÷ c rounded down, without overflow; all at least 0, c more than 0, the result a long. */
  public static long part(long a, long b, long c) {
    long low = a * b;
    if (low >= 0 && Math.multiplyHigh(a, b) == 0) {
      return low / c;
    }
    return big(a, b).divide(BigInteger.valueOf(c)).longValueExact();
  }

  private static long remainder(long a, long b, long c) {
    long low = a * b;
    if (low >= 0 && Math.multiplyHigh(a, b) == 0) {
      return low % c;
    }
    return big(a, b).mod(BigInteger.valueOf(c)).longValueExact();
  }

  private static BigInteger big(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /**
   * Divides an amount in proportion to weights by largest remainder: each gets its share rounded
   * down, and the fen left over go one by one to the largest remainders, the earlier one of equals.
   *
   * @param amount at most the sum of the weights, so that no part is more than its weight
   * @return parts that add up to the amount; all 0 where all weights are 0
   */
  public static long[] divide(long amount, long[] weights) {
    long[] parts = new long[weights.length];
    long sum = 0;
    for (long weight : weights) {
      sum = Math.addExact(sum, weight);
    }
    if (sum == 0 || amount == 0) {
      return parts;
    }
    if (amount == sum) {
      return weights.clone();
    }
    long left = amount;
    long[] remainders = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      parts[i] = part(amount, weights[i], sum);
      remainders[i] = remainder(amount, weights[i], sum);
      left -= parts[i];
    }
    for (; left > 0; left--) {
      parts[takeLargest(remainders)]++;
    }
    return parts;
  }

  private static int takeLargest(long[] remainders) {
    int largest = 0;
    for (int i = 1; i < remainders.length; i++) {
      if (remainders[i] > remainders[largest]) {
        largest = i;
      }
    }
    remainders[largest] = -1;
    return largest;
  }
}
