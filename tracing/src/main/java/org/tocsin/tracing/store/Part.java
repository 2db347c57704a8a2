package org.tocsin.tracing.store;

/**
 * A run of consecutive payments of a ledger, grouped by sender. Positions are absolute, so parts
 * need not know each other. A payment in a part is named by its sender and its rank among the
 * sender's payments in this part, from 0.
 */
interface Part {
  /** Id of its first payment. */
  long firstId();

  /** How many payments it holds; for a part that grows, how many now. */
  int size();

  /** How many payments of a sender it holds, of those with a lesser id. */
  int count(int account, long toId);

  /** Id of a sender's payment. */
  long id(int account, int rank);

  /** Outflow before a sender's payment. */
  long outPos(int account, int rank);

  /** Reads a sender's payment; rank below count. */
  void read(int account, int rank, Row row);

  /** Rank of the sender's last payment that begins at or before a position; -1 where none. */
  int rankOfPos(int account, int count, long pos);

  /** Rank of the first of a sender's payments with at least this id; the count where none. */
  int rankOfId(int account, int count, long id);

  /** See {@link Warming#touchAccount}. */
  long touchAccount(int account);

  /** See {@link Warming#touchPlace}. */
  long touchPlace(int account, long outPos);

  /** Instant of a payment in epoch milliseconds. */
  long millis(long id);

  /** Id of its first payment not before an instant, of those with a lesser id; else that id. */
  long idAt(long millis, long toId);

  /** What an account had paid out at the end of this part. */
  long endOut(int account);

  /** An account's balance at the end of this part. */
  long endBalance(int account);

  /** The serials and order numbers of its payments. */
  Notes notes();

  /** Its payments by receiver. */
  Ins ins(long toId);

  /** Payments of a part by receiver. */
  interface Ins {
    /** How many payments into an account. */
    int count(int account);

    /** Sender of a payment into an account. */
    int from(int account, int rank);

    /** Reads a payment into an account. */
    void read(int account, int rank, Row row);
  }
}
