package org.tocsin.app.foundation;

/**
 * Everything that can be refused, with its HTTP status. The words stand in {@code
 * problems*.properties} under the code's name: {@code CODE} says what and why, {@code CODE.mend}
 * how to mend it. Keep the list in alphabetical order.
 */
public enum ProblemCode {
  AGENCY_CIRCLE(409),
  AGENCY_TOO_DEEP(409),
  ALREADY_SET_UP(409),
  ALREADY_TAKEN(409),
  BAD_REQUEST(400),
  BUSY(503),
  CALL_NOT_JOINED(409),
  CALL_SETTLED(409),
  CALL_SIGN_TAKEN(409),
  CLOCK_BACKWARDS(409),
  CLOCK_NOT_DRIVEN(409),
  CODE_TAKEN(409),
  CODE_WRONG(400),
  CSRF_MISSING(403),
  DISPOSITION_NOT_ALLOWED(409),
  EXERCISE_ENDED(409),
  EXERCISE_MIXED(409),
  FORBIDDEN(403),
  HANDOVER_NONE(409),
  HANDOVER_PENDING(409),
  ILLEGAL_TRANSITION(409),
  IMPORT_EMPTY(409),
  IMPORT_NOT_ACTIVE(409),
  IMPORT_NOT_READY(409),
  IMPORT_OUTDATED(409),
  INCIDENT_MERGED(409),
  INCIDENT_NOT_OPEN(409),
  INSTRUCTION_COMPLETED(409),
  INSTRUCTION_OPEN_BELOW(409),
  INTERNAL(500),
  INVALID(400),
  KEY_REUSED(422),
  LAST_ADMINISTRATOR(409),
  MERGE_TARGET_CLOSED(409),
  METHOD_NOT_ALLOWED(405),
  NOT_ADDRESSED(409),
  NOT_FOUND(404),
  OFFICER_NEEDED(403),
  OUT_OF_SCOPE(403),
  OWN_ACCOUNT(409),
  PASSWORD_CHANGE_NEEDED(403),
  PLATE_STATE(409),
  PLATE_TAKEN(409),
  REASON_NEEDED(409),
  ROLES_KEPT_APART(409),
  SCREEN_LOCKED(423),
  SECOND_FACTOR_NEEDED(403),
  SHIFT_OVERLAP(409),
  SIGN_IN_FAILED(401),
  SIGN_IN_LOCKED(429),
  STALE(409),
  TOKEN_REFUSED(401),
  TOO_LARGE(413),
  TOO_MANY_REQUESTS(429),
  UNAUTHENTICATED(401),
  UNITS_ACTIVE(409),
  UNIT_ALREADY_SENT(409),
  UNIT_BUSY(409),
  UNIT_EXERCISE_ONLY(409),
  UNIT_NOT_FREE(409),
  UNIT_OUT_OF_SERVICE(409),
  UNSUPPORTED_MEDIA(415),
  WHISTLE_ANSWERED(409);

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
