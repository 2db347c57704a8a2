package org.tocsin.bench.tracing.client;

/** An account's payments out after an id, in order, as far as the window goes. */
public interface Outs {
  /** Goes on to the next one; false after the last. */
  boolean next() throws Exception;

  /** Of the payment it stands at. */
  long id();

  int to();

  long amountFen();

  /** The payer's balance before it. */
  long balanceFen();

  /** Opens such a cursor. */
  @FunctionalInterface
  interface Source {
    /** Stands before the first payment with {@code after < id < toId}. */
    Outs open(int account, long after, long toId) throws Exception;
  }
}
