package org.tocsin.tracing;

/** Sees payments with their derived columns; for copying a ledger elsewhere without objects. */
@FunctionalInterface
public interface PaymentVisitor {
  /** One payment; the columns are those of {@link PaymentView}, the instant in epoch millis. */
  void payment(
      long id, int from, int to, long amountFen, long atMillis, long outPos, long inPos, long bal);
}
