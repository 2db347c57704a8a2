package org.tocsin.app.staff.security;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.tocsin.app.staff.internal.SignInPolicy;

/** Sessions live in the database: they survive a restart, and any node can serve them. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "staff.http_session")
class SessionConfig {
  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName("TOCSIN");
    cookie.setCookiePath("/");
    cookie.setSameSite("Strict");
    cookie.setUseHttpOnlyCookie(true);
    return cookie;
  }

  /**
   * Two requests of one screen may write the same attribute first: insert or update, never fail.
   */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionLength(SignInPolicy policy) {
    return sessions ->
        sessions.setDefaultMaxInactiveInterval(Duration.ofHours(policy.session().idleEndHours()));
  }
}
