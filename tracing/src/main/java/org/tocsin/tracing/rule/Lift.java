package org.tocsin.tracing.rule;

/**
 * What the opening-first convention adds to a position or balance of the causal columns: the part
 * of an account's shortage that the causal convention has not brought in yet.
 */
interface Lift {
  /** The causal convention itself. */
  Lift NONE = (account, id) -> 0;

  /** Fen to add at an account for a payment of this id. */
  long at(int account, long id);
}
