package org.tocsin.tracing;

/**
 * Settings of a ledger on disk.
 *
 * @param syncMillis how often the log is written through at least while payments come in
 * @param tailPayments how many payments stay in memory before they are sealed in the background
 * @param backwardIndex whether sealed segments hold the index for tracing backwards
 * @param verify whether opening checks the checksums of whole segments, not only of their heads
 */
public record StoreOptions(
    int syncMillis, int tailPayments, boolean backwardIndex, boolean verify) {
  /**
   * Log synced every 10 ms, four million payments in memory, with the backward index, all verified.
   */
  public static StoreOptions defaults() {
    return new StoreOptions(10, 4_000_000, true, true);
  }

  /** Checks the values. */
  public StoreOptions {
    if (syncMillis < 1 || tailPayments < 1) {
      throw new IllegalArgumentException("settings must be more than 0");
    }
  }

  /** The same with another number of payments kept in memory. */
  public StoreOptions withTailPayments(int payments) {
    return new StoreOptions(syncMillis, payments, backwardIndex, verify);
  }

  /** The same with or without the backward index. */
  public StoreOptions withBackwardIndex(boolean index) {
    return new StoreOptions(syncMillis, tailPayments, index, verify);
  }

  /** The same with or without a full check on opening. */
  public StoreOptions withVerify(boolean whole) {
    return new StoreOptions(syncMillis, tailPayments, backwardIndex, whole);
  }
}
