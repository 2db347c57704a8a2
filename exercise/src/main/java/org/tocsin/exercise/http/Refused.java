package org.tocsin.exercise.http;

import tools.jackson.databind.JsonNode;

/** The server answered no. Carries the problem it stated (RFC 9457). */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refused(String request, int status, JsonNode problem) {
    super(
        "%s → %d %s %s"
            .formatted(
                request,
                status,
                problem.path("code").asString(""),
                problem.path("detail").asString(problem.toString())));
    this.status = status;
    this.code = problem.path("code").asString("");
  }

  public int status() {
    return status;
  }

  /** The problem's code, such as {@code ILLEGAL_TRANSITION}; empty if none was stated. */
  public String code() {
    return code;
  }
}
