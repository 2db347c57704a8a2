package org.tocsin.exercise.feed;

/** A feed that cannot be played at all; the message says why and what would mend it. */
public class FeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FeedException(String message) {
    super(message);
  }

  public FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
