package org.tocsin.app.staff.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;

/** Refusals made in filters, before any controller: the same problem details as everywhere else. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver resolver;

  Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    this.resolver = resolver;
  }

  void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
    resolver.resolveException(request, response, null, problem);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    write(request, response, Problem.unauthenticated());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    Problem problem =
        e instanceof CsrfException
            ? Problem.refused(ProblemCode.CSRF_MISSING)
            : Problem.notFound("page", request.getRequestURI());
    write(request, response, problem);
  }
}
