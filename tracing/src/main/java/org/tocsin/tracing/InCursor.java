package org.tocsin.tracing;

/** Walks the payments into one account in order. Not thread-safe. */
public interface InCursor {
  /** Goes to the account's first incoming payment with at least this id; false where none. */
  boolean seekId(int account, long firstId);

  /** Goes to the account's last incoming payment with a lesser id; false where none. */
  boolean seekBefore(int account, long beforeId);

  /** Goes to the last incoming payment that begins at or before this fen of the inflow. */
  boolean seekPos(int account, long inPos);

  /** Goes to the account's next incoming payment; false where there is none. */
  boolean next();

  /** Goes to the account's previous incoming payment; false where there is none. */
  boolean previous();

  long id();

  int from();

  long amount();

  long outPos();

  long inPos();

  long bal();

  long atMillis();
}
