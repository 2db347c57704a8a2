package org.tocsin.tracing;

import java.io.Closeable;
import java.util.List;

/**
 * A ledger of payments: takes payments in, keeps their derived columns and gives snapshots that
 * stay as they are while more comes in. One writer at a time (calls are serialised), any number of
 * readers. Failures of the disk are {@link java.io.UncheckedIOException}.
 */
public interface LedgerStore extends Closeable {
  /** Number of the account with this key; a new one on first mention. */
  int account(String key);

  /** States an account's class and opening balance in fen, or {@link Account#UNKNOWN}. */
  void describe(int account, AccountClass type, long openingFen);

  /**
   * Takes payments in any order, earlier than others too, and returns when they are safe on disk.
   *
   * @return how many were late, that is before a payment already here
   */
  int append(List<Payment> payments);

  /**
   * Takes one payment that is not before the last one; for feeds in order of time.
   *
   * @return position in the log, safe on disk after {@link #sync}
   * @throws IllegalArgumentException when it is earlier than the last payment
   */
  long append(int from, int to, long amountFen, long atMillis);

  /**
   * Takes many payments that are not before the last one; all or none.
   *
   * @return position in the log, safe on disk after {@link #sync}
   * @throws IllegalArgumentException when one is earlier than the one before it
   */
  long append(Batch batch);

  /** Returns when everything up to a position in the log is safe on disk. */
  void sync(long position);

  /** Corrects payments already here; throws IllegalArgumentException where one is not found. */
  void correct(List<Correction> corrections);

  /** What can be read now. */
  Snapshot snapshot();

  /** Moves payments from memory into a sealed segment; nothing for a ledger in memory. */
  void seal();

  /** Joins small sealed segments into larger ones. */
  void merge();

  @Override
  void close();
}
