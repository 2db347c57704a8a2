package org.tocsin.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A ledger as it was at one moment: payments 0 to {@link #payments()} - 1 in their total order. It
 * does not change while others append. Thread-safe; its cursors are not.
 */
public interface Snapshot {
  /** How many payments it holds. */
  long payments();

  /** Changes when late or corrected payments have changed the ids of earlier ones. */
  long revision();

  /** How many accounts it knows. */
  int accounts();

  /** One account; throws IndexOutOfBoundsException for a number never given. */
  Account account(int no);

  /** Number of an account by its key. */
  OptionalInt find(String key);

  /** Key of an account. */
  String key(int no);

  /** The class of an account, without making an object. */
  AccountClass type(int no);

  /** Id of the first payment not before an instant; {@link #payments()} where none. */
  long idAt(Instant at);

  /** Instant of a payment. */
  Instant at(long id);

  /** Balance of an account at the end, with unknown money by the causal convention, in fen. */
  long balance(int account);

  /** What an account had paid out before a payment of this id, in fen. */
  long outflow(int account, long beforeId);

  /** A new cursor over payments out of accounts. */
  OutCursor outs();

  /** A new cursor over payments into accounts. */
  InCursor ins();

  /** Shows all payments, sender by sender, each sender's in order. */
  void forEach(PaymentVisitor visitor);

  /**
   * One payment by id. Slow (reads every sender's payments): whoever knows the sender walks {@link
   * #outs()} to it.
   */
  PaymentView payment(long id);

  /** The bank's serial of a payment; empty where none. */
  String serial(long id);

  /** The order number of a payment; empty where none. */
  String order(long id);

  /** Payments out of an account that bear an order number, in order. */
  long[] ordered(int from, String order);

  /** Payments between two accounts of exactly this amount, at most this far from an instant. */
  List<PaymentView> locate(int from, int to, long amountFen, Instant at, Duration tolerance);
}
