package org.tocsin.tracing;

/**
 * A victim's report of one payment.
 *
 * @param from account that paid, the victim's
 * @param paymentId id of the payment in the snapshot that is traced
 * @param amountFen how much of it is reported, from its first fen; more than 0, at most its amount
 */
public record Report(int from, long paymentId, long amountFen) {
  /** Checks the values that can be checked without the ledger. */
  public Report {
    if (from < 0 || paymentId < 0 || amountFen <= 0) {
      throw new IllegalArgumentException("a report names a payment and more than 0 fen");
    }
  }

  /** A report of a whole payment. */
  public static Report of(PaymentView payment) {
    return new Report(payment.from(), payment.id(), payment.amountFen());
  }
}
