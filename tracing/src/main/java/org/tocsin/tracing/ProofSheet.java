package org.tocsin.tracing;

import java.time.Instant;
import java.util.List;

/**
 * Why an account holds traced money: every payment that brought it there, in order of time, with
 * the figures from which each step can be checked by hand.
 *
 * @param account the account in question
 * @param fen traced money on it
 * @param lines payments from the reports to the account
 */
public record ProofSheet(int account, long fen, Rule rule, List<Line> lines) {
  /** Copies the list. */
  public ProofSheet {
    lines = List.copyOf(lines);
  }

  /**
   * One step.
   *
   * @param step number from 1, in order of time
   * @param tracedFen what the payment carried of the report's money towards the account
   * @param firstFen place in the payment of the first traced fen (FIFO and LIFO), else -1
   * @param balanceFen sender's balance before the payment
   * @param senderTracedFen traced money on the sender before it (mixing rules), else -1
   */
  public record Line(
      int step,
      long paymentId,
      int from,
      int to,
      long amountFen,
      long tracedFen,
      long firstFen,
      long balanceFen,
      long senderTracedFen,
      Instant at,
      int report) {}
}
