package org.tocsin.tracing.rule;

import java.util.Arrays;

/** A growing list of plain numbers. */
final class LongList {
  private long[] numbers = new long[16];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void add(long number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = number;
  }

  /** The numbers so far; empties the list. */
  long[] take() {
    long[] taken = Arrays.copyOf(numbers, count);
    count = 0;
    return taken;
  }
}
