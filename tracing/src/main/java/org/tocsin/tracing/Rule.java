package org.tocsin.tracing;

/** The rules by which mixed money is followed; their exact meaning is in docs/tracing.md. */
public enum Rule {
  /** Every account that money could have come to; divides nothing. Also called poison. */
  REACH,
  /** A payment carries traced money in proportion to its share of the balance. */
  HAIRCUT,
  /** First in, first out. */
  FIFO,
  /** Last in, first out. */
  LIFO,
  /** Other money leaves first; a claim is bounded by the lowest balance in between. */
  LOWEST_BALANCE
}
