package org.tocsin.app.staff.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.internal.ExerciseDesk;

/**
 * The last filter: from here on the request has an actor. It first turns away who is signed in but
 * may not work yet (locked screen, password to change, second factor to set up), and marks the
 * actor as part of the exercise that the request names.
 */
final class ActingFilter extends OncePerRequestFilter {
  /** A screen sends this with what it asks by itself, which is no sign of anybody sitting there. */
  static final String BACKGROUND = "Tocsin-Background";

  private final ExerciseDesk exercises;
  private final Sessions sessions;
  private final Refusals refusals;
  private final Ledger ledger;

  ActingFilter(ExerciseDesk exercises, Sessions sessions, Refusals refusals, Ledger ledger) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.refusals = refusals;
    this.ledger = ledger;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Signed signed)) {
      chain.doFilter(request, response);
      return;
    }
    Actor actor;
    try {
      pass(signed, request);
      actor = exercises.join(signed.actor(), request.getHeader("Tocsin-Exercise"));
    } catch (Problem problem) {
      refusals.write(request, response, problem);
      return;
    }
    act(actor, request, response, chain);
    if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
      recordRefusal(actor, request);
    }
  }

  /** Who was refused what stands in the audit log too (OWASP ASVS 16.3.2); the query stays out. */
  private void recordRefusal(Actor actor, HttpServletRequest request) {
    String path = request.getRequestURI();
    String asked = request.getMethod() + " " + path.substring(0, Math.min(path.length(), 200));
    Acting.run(actor, () -> ledger.auditRead(Audit.of("access.refused").detail("asked", asked)));
  }

  private void pass(Signed signed, HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!path.startsWith("/api/") || Doors.alwaysOpen(path)) {
      return;
    }
    switch (signed.gate()) {
      case OPEN -> {
        if (isTouch(request, path)) {
          sessions.touch(request);
        }
      }
      case SCREEN_LOCKED -> {
        if (!Doors.openWhileLocked(request.getMethod(), path)) {
          throw Problem.refused(ProblemCode.SCREEN_LOCKED);
        }
      }
      case SECOND_FACTOR -> {
        if (!Doors.openForEnrolment(path)) {
          throw Problem.refused(ProblemCode.SECOND_FACTOR_NEEDED);
        }
      }
      case PASSWORD_CHANGE -> {
        if (!Doors.openForPasswordChange(path)) {
          throw Problem.refused(ProblemCode.PASSWORD_CHANGE_NEEDED);
        }
      }
    }
  }

  private static boolean isTouch(HttpServletRequest request, String path) {
    return request.getHeader(BACKGROUND) == null && !path.equals("/api/stream");
  }

  /** Carries the two checked exceptions of a filter out of the lambda. */
  private static void act(
      Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable Exception[] thrown = {null};
    Acting.run(
        actor,
        () -> {
          try {
            chain.doFilter(request, response);
          } catch (ServletException | IOException e) {
            thrown[0] = e;
          }
        });
    if (thrown[0] instanceof ServletException e) {
      throw e;
    }
    if (thrown[0] instanceof IOException e) {
      throw e;
    }
  }
}
