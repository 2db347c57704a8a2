package org.tocsin.tracing;

/**
 * Walks the payments out of one account in order. Reads one payment at a time into plain fields, so
 * that walking makes no objects. Not thread-safe.
 */
public interface OutCursor {
  /** Goes to the account's first payment with at least this id; false where there is none. */
  boolean seekId(int account, long firstId);

  /** Goes to the payment that took this fen of the account's outflow; false where none has yet. */
  boolean seekPos(int account, long outPos);

  /** Goes to the account's next payment; false where there is none. */
  boolean next();

  long id();

  int to();

  long amount();

  long outPos();

  long inPos();

  long bal();

  long atMillis();
}
