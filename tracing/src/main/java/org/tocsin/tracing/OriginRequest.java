package org.tocsin.tracing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where did money on an account come from?
 *
 * @param account whose money
 * @param fen how much of its balance at the end of the window; 0 for all of it. By FIFO the newest
 *     money is what is left, so the last fen that came in are meant
 * @param until end of the window; null for the end of the snapshot
 * @param hops how many payments back money is followed; 0 for no limit
 * @param dustFen parts smaller than this are not followed further back; 0 or 1 for none
 */
public record OriginRequest(
    int account, long fen, @Nullable Instant until, int hops, long dustFen) {
  /** Checks the values. */
  public OriginRequest {
    if (account < 0 || fen < 0 || hops < 0 || dustFen < 0) {
      throw new IllegalArgumentException("numbers must not be negative");
    }
  }

  /** All money of an account, without limits. */
  public static OriginRequest of(int account) {
    return new OriginRequest(account, 0, null, 0, 0);
  }
}
