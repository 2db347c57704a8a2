package org.tocsin.app.foundation;

/**
 * The ledger of changes: the audit log and the numbered live stream. Entries are collected in the
 * caller's transaction and written with it at its very end, numbered without gaps in the order of
 * commits, so that a reader who has seen number n has missed nothing before it.
 */
public interface Ledger {
  /**
   * Writes an audit entry with the current transaction.
   *
   * @throws IllegalStateException outside a transaction
   */
  void audit(Audit entry);

  /** Writes an audit entry of a sensitive read, in the current transaction or in one of its own. */
  void auditRead(Audit entry);

  /**
   * Tells open screens with the current transaction. A later entry for the same thing in the same
   * transaction replaces the former.
   *
   * @throws IllegalStateException outside a transaction
   */
  void publish(LiveEntry entry);
}
