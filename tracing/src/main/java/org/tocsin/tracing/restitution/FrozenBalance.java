package org.tocsin.tracing.restitution;

/**
 * Money frozen on one account.
 *
 * @param account its key
 * @param fen not negative
 */
public record FrozenBalance(String account, long fen) {
  /** Checks the sum. */
  public FrozenBalance {
    if (fen < 0) {
      throw new IllegalArgumentException("a frozen balance cannot be negative: " + fen);
    }
  }
}
