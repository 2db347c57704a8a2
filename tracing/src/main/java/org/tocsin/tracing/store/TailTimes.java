package org.tocsin.tracing.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Instants of a tail: whole seconds since the first payment, 4 bytes each, and milliseconds only
 * for runs of payments where there are any. One writer; readers see what was published to them.
 */
final class TailTimes {
  private static final int BITS = 13;
  private static final int MASK = (1 << BITS) - 1;

  private int[][] seconds = new int[16][];
  private @Nullable short[][] millis = new short[16][];
  private long base;

  void add(int id, long at) {
    if (id == 0) {
      base = Math.floorDiv(at, 1000L);
    }
    int chunk = id >>> BITS;
    if ((id & MASK) == 0) {
      if (chunk == seconds.length) {
        seconds = Arrays.copyOf(seconds, chunk * 2);
        millis = Arrays.copyOf(millis, chunk * 2);
      }
      seconds[chunk] = new int[MASK + 1];
    }
    // Payments come in order, so no instant is before the first; as unsigned this is 136 years.
    long distance = Math.floorDiv(at, 1000L) - base;
    if (distance >>> 32 != 0) {
      throw new IllegalArgumentException("a tail cannot span more than 136 years");
    }
    seconds[chunk][id & MASK] = (int) distance;
    int rest = (int) Math.floorMod(at, 1000L);
    if (rest != 0) {
      short[] fine = millis[chunk];
      if (fine == null) {
        fine = new short[MASK + 1];
        millis[chunk] = fine;
      }
      fine[id & MASK] = (short) rest;
    }
  }

  long get(int id) {
    short[] fine = millis[id >>> BITS];
    long second = base + Integer.toUnsignedLong(seconds[id >>> BITS][id & MASK]);
    return second * 1000 + (fine == null ? 0 : fine[id & MASK]);
  }
}
