package org.tocsin.tracing.rule;

import java.util.Arrays;

/** A heap of what happens next, by key; each key stands with one number. */
final class EventHeap {
  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  long key() {
    return keys[0];
  }

  int value() {
    return values[0];
  }

  void add(long key, int value) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    int at = count++;
    while (at > 0) {
      int above = (at - 1) >>> 1;
      if (keys[above] <= key) {
        break;
      }
      keys[at] = keys[above];
      values[at] = values[above];
      at = above;
    }
    keys[at] = key;
    values[at] = value;
  }

  void remove() {
    count--;
    if (count > 0) {
      sink(keys[count], values[count]);
    }
  }

  /** The first gets a later key; cheaper than removing and adding. */
  void replace(long key) {
    sink(key, values[0]);
  }

  private void sink(long key, int value) {
    int at = 0;
    int below = 1;
    while (below < count) {
      if (below + 1 < count && keys[below + 1] < keys[below]) {
        below++;
      }
      if (keys[below] >= key) {
        break;
      }
      keys[at] = keys[below];
      values[at] = values[below];
      at = below;
      below = 2 * at + 1;
    }
    keys[at] = key;
    values[at] = value;
  }
}
