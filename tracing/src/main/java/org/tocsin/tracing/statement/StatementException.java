package org.tocsin.tracing.statement;

import java.io.IOException;

/**
 * A whole file that cannot be read as a statement; the message says why, and what to do, to the
 * person who gave it.
 */
public final class StatementException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public StatementException(String message) {
    super(message);
  }
}
