package org.tocsin.tracing.store;

/** A file of a ledger is not what it should be; the message names the file and the place. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for a person. */
  public DamagedException(String message) {
    super(message);
  }
}
