package org.tocsin.bench.tracing.engine;

/** The finaliser of SplitMix64: spreads any number over all 64 bits. */
public final class Mixer {
  private Mixer() {}

  /** A bijection of longs. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
