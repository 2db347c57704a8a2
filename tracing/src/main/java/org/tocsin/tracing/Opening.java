package org.tocsin.tracing;

/** How an account is completed that pays more than the ledger knows it to have. */
public enum Opening {
  /** Unknown money comes in at the instant of the shortage, as the newest money. */
  CAUSAL,
  /** The greatest shortage of the window was there from the start, as the oldest money. */
  OPENING_FIRST,
  /** Both; the main figures are causal, low and high are the lesser and the greater of the two. */
  BOTH
}
