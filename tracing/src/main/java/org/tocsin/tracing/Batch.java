package org.tocsin.tracing;

/**
 * Many payments without serials in plain columns, in order of time; for feeds that must be fast.
 * The arrays are not copied.
 *
 * @param from numbers of the paying accounts
 * @param to numbers of the receiving accounts
 * @param amounts fen, each more than 0
 * @param millis instants in epoch milliseconds, none less than the one before
 * @param count how many of the arrays' elements count
 */
@SuppressWarnings("ArrayRecordComponent") // Columns are the point: no object for a payment.
public record Batch(int[] from, int[] to, long[] amounts, long[] millis, int count) {
  /** Checks the columns, with the number of accounts of the ledger. */
  public void check(int accounts, long notBefore) {
    long last = notBefore;
    for (int i = 0; i < count; i++) {
      boolean known = from[i] >= 0 && to[i] >= 0 && Math.max(from[i], to[i]) < accounts;
      if (!known || amounts[i] <= 0) {
        throw new IllegalArgumentException("no such accounts, or no amount, at " + i);
      }
      if (millis[i] < last) {
        throw new IllegalArgumentException(
            "the payment at %d is earlier than the last".formatted(i));
      }
      last = millis[i];
    }
  }
}
