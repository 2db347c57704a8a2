package org.tocsin.app.staff.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;
import org.tocsin.app.staff.internal.SecretBox;

/**
 * Remembers what was asked of the identity provider until the browser comes back from it. It cannot
 * be in the session: the session cookie is same-site strict, and the way back starts at another
 * site. So it travels in a sealed cookie of its own that allows just this, lives five minutes and
 * is sent to one address only.
 */
final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final String COOKIE = "TOCSIN-PROVIDER";
  private static final String PATH = "/login/oauth2";
  private static final String BELONGING = "oidc-request";
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final SecretBox box;

  SealedRequests(SecretBox box) {
    this.box = box;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    if (cookie == null || state == null) {
      return null;
    }
    OAuth2AuthorizationRequest kept = open(cookie.getValue());
    return kept != null && state.equals(kept.getState()) ? kept : null;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      write(request, response, "", Duration.ZERO);
    } else {
      write(request, response, seal(asked), LIFE);
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest kept = loadAuthorizationRequest(request);
    write(request, response, "", Duration.ZERO);
    return kept;
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, value)
            .path(PATH)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String seal(OAuth2AuthorizationRequest asked) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeObject(asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(box.seal(bytes.toByteArray(), BELONGING));
  }

  /** Only bytes that we sealed ourselves are ever read back as objects. */
  private @Nullable OAuth2AuthorizationRequest open(String value) {
    try {
      byte[] bytes = box.open(Base64.getUrlDecoder().decode(value), BELONGING);
      try (ObjectInputStream in =
          new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
        return (OAuth2AuthorizationRequest) in.readObject();
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      return null;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
