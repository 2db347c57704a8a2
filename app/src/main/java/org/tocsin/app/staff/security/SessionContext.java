package org.tocsin.app.staff.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.tocsin.app.staff.internal.Standings;

/**
 * Reads who is signed in from the session, afresh for each request. Never writes: see {@link
 * Sessions}.
 */
final class SessionContext implements SecurityContextRepository {
  private final Sessions sessions;
  private final Standings standings;

  SessionContext(Sessions sessions, Standings standings) {
    this.sessions = sessions;
    this.standings = standings;
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    HttpServletRequest request = holder.getRequest();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    sessions.find(request).ifPresent(open -> context.setAuthentication(signed(open, request)));
    return context;
  }

  private Signed signed(Sessions.Open open, HttpServletRequest request) {
    return new Signed(standings.actor(open.officer(), request.getRemoteAddr()), gate(open));
  }

  private static Signed.Gate gate(Sessions.Open open) {
    if (open.locked()) {
      return Signed.Gate.SCREEN_LOCKED;
    }
    if (open.officer().passwordChangeNeeded()) {
      return Signed.Gate.PASSWORD_CHANGE;
    }
    return open.mustEnrol() ? Signed.Gate.SECOND_FACTOR : Signed.Gate.OPEN;
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Sessions are opened and closed by Sessions only.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return request.getSession(false) != null;
  }
}
