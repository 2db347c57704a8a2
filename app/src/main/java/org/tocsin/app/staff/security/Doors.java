package org.tocsin.app.staff.security;

import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses stay open to whom, in one place. */
final class Doors {
  private static final Pattern DRAFT = Pattern.compile("/api/calls/[^/]+/draft");
  private static final Set<String> ENROLMENT = Set.of("/api/me/totp", "/api/me/totp/confirm");
  private static final String PASSWORD = "/api/me/password";

  private Doors() {}

  /** For everybody, in every state: who am I, let me in, let me out, lock, unlock. */
  static boolean alwaysOpen(String path) {
    return path.equals("/api/instance")
        || path.equals("/api/setup")
        || path.equals("/api/session")
        || path.startsWith("/api/session/");
  }

  /** What was typed is still saved and the board still moves, though nobody sees it. */
  static boolean openWhileLocked(String method, String path) {
    return path.equals("/api/stream") || (method.equals("PUT") && DRAFT.matcher(path).matches());
  }

  static boolean openForEnrolment(String path) {
    return ENROLMENT.contains(path) || path.equals(PASSWORD);
  }

  static boolean openForPasswordChange(String path) {
    return path.equals(PASSWORD);
  }
}
