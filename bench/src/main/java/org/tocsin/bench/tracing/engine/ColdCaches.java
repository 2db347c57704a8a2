package org.tocsin.bench.tracing.engine;

/**
 * Overwrites the processor's caches: writes one long to each line of an array about 2.5 times as
 * large as the largest last-level cache in use (105 MB). What the operating system holds in memory
 * stays there.
 */
public final class ColdCaches {
  private static final int LINE = 8;

  private final long[] filler = new long[(256 << 20) / Long.BYTES];
  private long round;

  /** Returns something that depends on all of it, so that none of it is left out. */
  public long overwrite() {
    round++;
    long sum = 0;
    for (int i = 0; i < filler.length; i += LINE) {
      filler[i] += round;
      sum += filler[i];
    }
    return sum;
  }
}
