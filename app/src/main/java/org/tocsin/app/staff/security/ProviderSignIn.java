package org.tocsin.app.staff.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.tocsin.app.staff.internal.SecretBox;
import org.tocsin.app.staff.internal.SignInLog;
import org.tocsin.app.staff.internal.Standing;
import org.tocsin.app.staff.internal.Standings;

/**
 * Signing in at an identity provider (OpenID Connect), where {@code
 * spring.security.oauth2.client.registration.*} names one. The provider says who it is; what they
 * may do stays with us: the claim {@code tocsin.oidc.claim} must be the external subject of an
 * officer whom an administrator made. No account is ever created by signing in.
 *
 * <p>Where a second factor is due, the provider must say that it asked for one ({@code amr} holds
 * one of {@code tocsin.oidc.second-factors}).
 */
@Component
class ProviderSignIn {
  private final Sessions sessions;
  private final Standings standings;
  private final SignInLog log;
  private final SecretBox box;
  private final String claim;
  private final List<String> secondFactors;

  ProviderSignIn(
      Sessions sessions,
      Standings standings,
      SignInLog log,
      SecretBox box,
      @Value("${tocsin.oidc.claim:sub}") String claim,
      @Value("${tocsin.oidc.second-factors:mfa,otp,hwk,swk,sc}") List<String> secondFactors) {
    this.sessions = sessions;
    this.standings = standings;
    this.log = log;
    this.box = box;
    this.claim = claim;
    this.secondFactors = secondFactors;
  }

  void configure(HttpSecurity http) {
    http.oauth2Login(
        login ->
            login
                .loginPage("/")
                .authorizationEndpoint(
                    e -> e.authorizationRequestRepository(new SealedRequests(box)))
                .authorizedClientRepository(new NoAuthorizedClients())
                .successHandler(this::succeeded)
                .failureHandler((request, response, e) -> refuse(request, response, "failed")));
  }

  private void succeeded(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      refuse(request, response, "failed");
      return;
    }
    String subject = user.getClaimAsString(claim);
    Optional<Standing> officer =
        subject == null
            ? Optional.empty()
            : standings.findByExternalSubject(subject).filter(o -> !o.disabled());
    if (officer.isEmpty()) {
      refuse(request, response, "unknown");
      return;
    }
    let(officer.get(), user, request, response);
  }

  private void let(
      Standing officer, OidcUser user, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> methods = user.getClaimAsStringList("amr");
    boolean asked = methods != null && methods.stream().anyMatch(secondFactors::contains);
    if (!asked && (officer.secondFactorOn() || standings.mustEnrol(officer))) {
      log.failed(
          Optional.of(officer.id()),
          "second factor at the provider",
          false,
          request.getRemoteAddr());
      response.sendRedirect("/?signIn=second-factor");
      return;
    }
    sessions.open(request, response, officer, asked);
    log.succeeded(officer, request.getRemoteAddr(), "provider");
    response.sendRedirect("/");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    log.failed(Optional.empty(), "provider: " + why, false, request.getRemoteAddr());
    response.sendRedirect("/?signIn=" + why);
  }
}
