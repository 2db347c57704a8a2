package org.tocsin.app.staff.security;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.tocsin.app.staff.internal.Bearers;
import org.tocsin.app.staff.internal.Standings;

/**
 * Two chains. Whatever carries a bearer token is a program: no session, no cookie, no page token.
 * Everything else is a browser: session cookie, page token on every write.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfig {
  /**
   * Scripts, workers and connections to ourselves only; pictures also from data, as the pairing
   * code is. Style attributes are allowed (charts and tables position by them), style elements are
   * not.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
          + " style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline';"
          + " font-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  /**
   * A measurement around every single filter costs more than most requests do; HTTP is still
   * measured.
   */
  @Bean
  SecurityObservationSettings noFilterObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookies.setCookiePath("/");
    cookies.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return cookies;
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, Bearers bearers, Edge edge) {
    http.securityMatcher(BearerFilter::carriesToken)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new BearerFilter(bearers, edge.refusals()), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(SecurityConfig::rules);
    return common(http, edge);
  }

  @Bean
  @Order(2)
  SecurityFilterChain browsers(
      HttpSecurity http,
      Standings standings,
      Sessions sessions,
      Edge edge,
      CsrfTokenRepository csrfTokens,
      ObjectProvider<ClientRegistrationRepository> providers,
      ProviderSignIn providerSignIn) {
    http.securityContext(c -> c.securityContextRepository(new SessionContext(sessions, standings)))
        .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
        .authorizeHttpRequests(SecurityConfig::rules);
    if (providers.getIfAvailable() != null) {
      providerSignIn.configure(http);
    }
    return common(http, edge);
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers("/api/instance", "/api/setup", "/api/session", "/api/session/**")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/plates/*")
        .permitAll()
        .requestMatchers("/api/**", "/v3/api-docs", "/v3/api-docs/**")
        .authenticated()
        .requestMatchers("/actuator/health", "/actuator/health/**")
        .permitAll()
        .requestMatchers("/actuator", "/actuator/**")
        .denyAll()
        .anyRequest()
        .permitAll();
  }

  private static SecurityFilterChain common(HttpSecurity http, Edge edge) {
    Refusals refusals = edge.refusals();
    return http.headers(SecurityConfig::headers)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterAfter(edge.actingFilter(), AuthorizationFilter.class)
        .anonymous(Customizer.withDefaults())
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(frame -> frame.deny())
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(p -> p.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(p -> p.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            p -> p.policy("camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"));
  }
}
