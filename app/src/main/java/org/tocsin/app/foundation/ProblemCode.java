package org.tocsin.app.foundation;

/**
 * Everything that can be refused, with its HTTP status. The words stand in {@code
 * problems*.properties} under the code's name: {@code CODE} says what and why, {@code CODE.mend}
 * how to mend it. Keep the list in alphabetical order.
 */
public enum ProblemCode {
  BAD_REQUEST(400),
  CLOCK_BACKWARDS(409),
  CLOCK_NOT_DRIVEN(409),
  FORBIDDEN(403),
  INTERNAL(500),
  INVALID(400),
  KEY_REUSED(422),
  METHOD_NOT_ALLOWED(405),
  NOT_FOUND(404),
  OFFICER_NEEDED(403),
  OUT_OF_SCOPE(403),
  STALE(409),
  TOO_LARGE(413),
  UNAUTHENTICATED(401),
  UNSUPPORTED_MEDIA(415);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The last part of the problem's type URN. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
