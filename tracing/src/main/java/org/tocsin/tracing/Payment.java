package org.tocsin.tracing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One movement of money between two accounts, as a bank's statement tells it.
 *
 * @param from key of the paying account, not blank
 * @param to key of the receiving account, not blank; may equal {@code from}
 * @param amountFen more than 0
 * @param at instant of booking; cut to the millisecond
 * @param serial the bank's sequence number, which orders payments of one instant; empty where none
 * @param order the order number of a payment institution, which ties a payment into it to one out
 *     of it; empty where none
 */
public record Payment(
    String from, String to, long amountFen, Instant at, String serial, String order) {
  /** Checks the values and cuts the instant to the millisecond. */
  public Payment {
    if (from.isBlank() || to.isBlank()) {
      throw new IllegalArgumentException("a payment needs two accounts");
    }
    if (amountFen <= 0) {
      throw new IllegalArgumentException("amount must be more than 0 fen but was " + amountFen);
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A payment without serial or order number. */
  public static Payment of(String from, String to, long amountFen, Instant at) {
    return new Payment(from, to, amountFen, at, "", "");
  }
}
