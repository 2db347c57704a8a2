package org.tocsin.tracing;

import java.util.List;

/**
 * What a trace did not follow, so that nothing is cut silently.
 *
 * @param hopLimitFen part of the held money that would have gone on but for the limit on hops
 * @param dustFen money in payments below the threshold
 * @param overlapFen money of one report that came into a payment reported itself
 * @param paymentsAfterWindow payments of the snapshot that lie after the window
 */
public record Cuts(
    long hopLimitFen, long dustFen, long overlapFen, long paymentsAfterWindow, List<HubCut> hubs) {
  /** Traced money that came to one hub and was not followed. */
  public record HubCut(int account, AccountClass type, HubPolicy policy, long fen) {}

  /** Copies the list. */
  public Cuts {
    hubs = List.copyOf(hubs);
  }
}
