package org.tocsin.tracing.store;

import java.util.List;

/**
 * The instants of a segment: a base for every 64 payments and each payment's distance from it, in
 * whole seconds where all instants are.
 */
final class SegmentTimes {
  private final List<? extends Part> parts;
  private final long firstId;
  private final int payments;
  private final long base;
  private int unit = 1000;
  private long greatestBase;
  private long greatestInstant;

  SegmentTimes(List<? extends Part> parts, long firstId, int payments) {
    this.parts = parts;
    this.firstId = firstId;
    this.payments = payments;
    this.base = payments == 0 ? 0 : parts.getFirst().millis(firstId);
    scan();
  }

  private void scan() {
    long block = base;
    for (Part part : parts) {
      long begin = part.firstId();
      for (long id = begin; id < begin + part.size(); id++) {
        long millis = part.millis(id);
        if (isBase(id)) {
          block = millis;
          greatestBase = Math.max(greatestBase, millis - base);
        }
        long distance = millis - block;
        greatestInstant = Math.max(greatestInstant, distance);
        if (distance % 1000 != 0) {
          unit = 1;
        }
      }
    }
  }

  private boolean isBase(long id) {
    return (id - firstId) % (1 << Segment.BLOCK_BITS) == 0;
  }

  long base() {
    return base;
  }

  int unit() {
    return unit;
  }

  int blocks() {
    return (payments >>> Segment.BLOCK_BITS) + 1;
  }

  int baseWidth() {
    return Table.width(greatestBase);
  }

  int instantWidth() {
    return Table.width(greatestInstant / unit);
  }

  void write(Bits bases, Bits instants) {
    long block = base;
    for (Part part : parts) {
      long begin = part.firstId();
      for (long id = begin; id < begin + part.size(); id++) {
        long millis = part.millis(id);
        if (isBase(id)) {
          block = millis;
          bases.put((id - firstId) >>> Segment.BLOCK_BITS, millis - base);
        }
        instants.put(id - firstId, (millis - block) / unit);
      }
    }
  }
}
