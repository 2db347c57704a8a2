package org.tocsin.bench.tracing.ledger;

import org.tocsin.bench.tracing.engine.Mixer;

/**
 * Random numbers that are the same everywhere: SplitMix64 (Steele, Lea, Flood 2014), written out
 * here so that a ledger does not change with the JDK.
 */
final class Draw {
  private long state;

  Draw(long seed) {
    this.state = seed;
  }

  long bits() {
    state += 0x9E3779B97F4A7C15L;
    return Mixer.mix(state);
  }

  /** From 0 to below 1. */
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return (int) (((bits() >>> 33) * bound) >>> 31);
  }

  /** From the lower bound to the upper one, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /**
   * Of so many, the low numbers far more often: the share of number k falls like k to the power
   * 1/steepness − 1.
   */
  int skewed(int count, double steepness) {
    return Math.min(count - 1, (int) (count * StrictMath.pow(unit(), steepness)));
  }

  /** Near to normal, mean 0 and deviation 1: four uniform numbers added. */
  double normal() {
    return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
  }
}
