package org.tocsin.tracing.restitution;

/**
 * What a victim lost, and got back in earlier rounds.
 *
 * @param victim what to call the victim in the plan: an account or a report's number, not a name
 * @param lostFen the loss that was established
 * @param returnedFen what came back already
 */
public record VictimLoss(String victim, long lostFen, long returnedFen) {
  /** Checks the sums. */
  public VictimLoss {
    if (lostFen < 0 || returnedFen < 0 || returnedFen > lostFen) {
      throw new IllegalArgumentException("loss " + lostFen + " with " + returnedFen + " returned");
    }
  }

  /** What is still owed. */
  public long openFen() {
    return lostFen - returnedFen;
  }
}
