package org.tocsin.bench.tracing;

import org.tocsin.bench.tracing.engine.Mixer;

/**
 * What one dependent cache line costs: a walk through 512 MB in an order that no prefetcher can
 * know, each step telling the next.
 */
final class MemoryLatency {
  private static final int LINES = 8 << 20;
  private static final int INTS = 16;
  private static final int STEPS = 4_000_000;

  private MemoryLatency() {}

  static double nanos() {
    int[] lines = cycle();
    int at = 0;
    for (int i = 0; i < STEPS / 4; i++) {
      at = lines[at * INTS];
    }
    long start = System.nanoTime();
    for (int i = 0; i < STEPS; i++) {
      at = lines[at * INTS];
    }
    long nanos = System.nanoTime() - start;
    if (at < 0) {
      throw new IllegalStateException("the walk left the array");
    }
    return nanos / (double) STEPS;
  }

  /** One cycle through all lines (Sattolo's shuffle). */
  private static int[] cycle() {
    int[] lines = new int[LINES * INTS];
    for (int i = 0; i < LINES; i++) {
      lines[i * INTS] = i;
    }
    for (int i = LINES - 1; i > 0; i--) {
      int k = (int) Long.remainderUnsigned(Mixer.mix(i), i);
      int other = lines[k * INTS];
      lines[k * INTS] = lines[i * INTS];
      lines[i * INTS] = other;
    }
    return lines;
  }
}
