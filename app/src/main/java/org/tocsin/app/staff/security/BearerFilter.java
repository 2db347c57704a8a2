package org.tocsin.app.staff.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.internal.Bearers;

/**
 * Programs and devices: {@code Authorization: Bearer …}, or for trackers that can only build a URL
 * (OsmAnd, Traccar) {@code key=…} at the one address where they report positions.
 */
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ";
  private static final String TRACKER_PATH = "/api/positions";

  private final Bearers bearers;
  private final Refusals refusals;

  BearerFilter(Bearers bearers, Refusals refusals) {
    this.bearers = bearers;
    this.refusals = refusals;
  }

  /** Whether the request carries a token, good or not. */
  static boolean carriesToken(HttpServletRequest request) {
    return secret(request) != null;
  }

  private static @Nullable String secret(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return header.substring(SCHEME.length()).strip();
    }
    return TRACKER_PATH.equals(request.getRequestURI()) ? request.getParameter("key") : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String secret = secret(request);
    Optional<Actor> actor =
        secret == null ? Optional.empty() : bearers.find(secret, request.getRemoteAddr());
    if (actor.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refusals.write(request, response, Problem.refused(ProblemCode.TOKEN_REFUSED));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new Signed(actor.get(), Signed.Gate.OPEN));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
