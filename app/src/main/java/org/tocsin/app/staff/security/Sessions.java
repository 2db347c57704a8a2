package org.tocsin.app.staff.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.tocsin.app.staff.internal.RealTime;
import org.tocsin.app.staff.internal.SignInPolicy;
import org.tocsin.app.staff.internal.Standing;
import org.tocsin.app.staff.internal.Standings;
import org.tocsin.kernel.OfficerId;

/**
 * The sessions of officers. A session holds only plain texts and numbers, never our own classes, so
 * that one written by an earlier release can still be read after an upgrade.
 */
@Component
public class Sessions {
  private static final String OFFICER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String CREDENTIAL = "tocsin.credential";
  private static final String OPENED = "tocsin.opened";
  private static final String TOUCHED = "tocsin.touched";
  private static final String LOCKED = "tocsin.locked";
  private static final String PROVIDER_FACTOR = "tocsin.provider-factor";

  /** How exactly the last touch is kept: fewer writes, and a lock at most this much early. */
  private static final Duration TOUCH_STEP = Duration.ofSeconds(20);

  /**
   * A session that stands.
   *
   * @param locked whether its screen is locked, by hand or because nobody touched it
   * @param mustEnrol whether one-time codes must be set up before any work
   */
  public record Open(Standing officer, boolean locked, boolean mustEnrol) {}

  private final Standings standings;
  private final SignInPolicy policy;
  private final CsrfTokenRepository csrfTokens;
  private final Clock clock;

  Sessions(
      Standings standings,
      SignInPolicy policy,
      CsrfTokenRepository csrfTokens,
      @Qualifier(RealTime.CLOCK) Clock clock) {
    this.standings = standings;
    this.policy = policy;
    this.csrfTokens = csrfTokens;
    this.clock = clock;
  }

  /**
   * Opens a session. Whatever session the browser had is dropped, so that nobody can prepare one
   * for another (session fixation), and the page token changes with it.
   *
   * @param providerFactor whether the identity provider has already asked for a second factor
   */
  public Open open(
      HttpServletRequest request,
      HttpServletResponse response,
      Standing officer,
      boolean providerFactor) {
    close(request);
    long now = clock.millis();
    HttpSession session = request.getSession(true);
    session.setAttribute(OFFICER, officer.id().toString());
    session.setAttribute(CREDENTIAL, officer.credentialVersion());
    session.setAttribute(OPENED, now);
    session.setAttribute(TOUCHED, now);
    if (providerFactor) {
      session.setAttribute(PROVIDER_FACTOR, true);
    }
    CsrfToken fresh = csrfTokens.generateToken(request);
    csrfTokens.saveToken(fresh, request, response);
    return new Open(officer, false, !providerFactor && standings.mustEnrol(officer));
  }

  /** The session of the request, if there is one that still stands. One that does not is ended. */
  public Optional<Open> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(OFFICER) instanceof String id)) {
      return Optional.empty();
    }
    Optional<Open> open =
        standings.find(OfficerId.of(id)).filter(o -> stands(session, o)).map(o -> open(session, o));
    if (open.isEmpty()) {
      session.invalidate();
    }
    return open;
  }

  private boolean stands(HttpSession session, Standing officer) {
    Instant opened = Instant.ofEpochMilli(number(session, OPENED));
    return !officer.disabled()
        && officer.credentialVersion() == number(session, CREDENTIAL)
        && clock.instant().isBefore(opened.plus(policy.session().longest()));
  }

  private Open open(HttpSession session, Standing officer) {
    Instant touched = Instant.ofEpochMilli(number(session, TOUCHED));
    boolean idle = !clock.instant().isBefore(touched.plus(policy.session().idleLock()));
    boolean locked = Boolean.TRUE.equals(session.getAttribute(LOCKED)) || idle;
    boolean provider = Boolean.TRUE.equals(session.getAttribute(PROVIDER_FACTOR));
    return new Open(officer, locked, !provider && standings.mustEnrol(officer));
  }

  private static long number(HttpSession session, String name) {
    return session.getAttribute(name) instanceof Long value ? value : 0;
  }

  /** Somebody is at the screen. */
  void touch(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    long now = clock.millis();
    if (session != null && now - number(session, TOUCHED) >= TOUCH_STEP.toMillis()) {
      session.setAttribute(TOUCHED, now);
    }
  }

  /** Locks the screen; the session and everything in it stays. */
  public void lock(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(LOCKED, true);
    }
  }

  /** Opens the screen again, after the password was checked. */
  public void unlock(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(LOCKED);
      session.setAttribute(TOUCHED, clock.millis());
    }
  }

  /** The officer's own credentials changed in this session: it alone goes on. */
  public void renew(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(OFFICER) instanceof String id) {
      standings
          .find(OfficerId.of(id))
          .ifPresent(o -> session.setAttribute(CREDENTIAL, o.credentialVersion()));
    }
  }

  /** Ends the session. */
  public void close(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
