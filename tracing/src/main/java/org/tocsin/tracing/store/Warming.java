package org.tocsin.tracing.store;

/**
 * Reads ahead what a search will read. Called for many independent places in a row, the memory
 * fetches them side by side instead of one after the other; that is all the gain of a batch.
 */
public interface Warming {
  /** Reads where an account's payments are; the number has no meaning but must be used. */
  long touchAccount(int account);

  /** Reads the payment that probably took a fen of an account's outflow; its account is warm. */
  long touchPlace(int account, long outPos);
}
