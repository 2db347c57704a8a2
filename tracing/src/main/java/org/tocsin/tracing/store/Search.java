package org.tocsin.tracing.store;

import java.util.function.LongUnaryOperator;

/** Search in ascending numbers that grow evenly: guess by proportion, step outwards, then halve. */
final class Search {
  private static final long STEP = 4;

  private Search() {}

  /**
   * The first place from low up to but not including high whose number is at least the one wanted;
   * high where there is none.
   */
  static long firstAtLeast(LongUnaryOperator numbers, long low, long high, long wanted) {
    if (low >= high || numbers.applyAsLong(low) >= wanted) {
      return low;
    }
    long first = numbers.applyAsLong(low);
    long last = numbers.applyAsLong(high - 1);
    if (last < wanted) {
      return high;
    }
    double share = (double) (wanted - first) / (last - first);
    long guess = low + (long) (share * (high - 1 - low));
    long below = low;
    long above = high - 1;
    long step = STEP;
    if (numbers.applyAsLong(guess) >= wanted) {
      above = guess;
      while (above - step > below && numbers.applyAsLong(above - step) >= wanted) {
        above -= step;
        step *= 2;
      }
      below = Math.max(below, above - step);
    } else {
      below = guess;
      while (below + step < above && numbers.applyAsLong(below + step) < wanted) {
        below += step;
        step *= 2;
      }
      above = Math.min(above, below + step);
    }
    return halve(numbers, below, above, wanted);
  }

  /** Below is less than wanted, above is not. */
  private static long halve(LongUnaryOperator numbers, long below, long above, long wanted) {
    long low = below + 1;
    long high = above;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (numbers.applyAsLong(middle) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
