package org.tocsin.app.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A small OpenID Connect provider over real HTTP: whoever comes is at once the person that the test
 * said, and is sent back with a code for a signed token.
 */
final class ProviderDouble {
  static final ProviderDouble SHARED = new ProviderDouble();

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private volatile String subject = "nobody";
  private volatile List<String> methods = List.of();

  private ProviderDouble() {
    try {
      key = new RSAKeyGenerator(2048).keyID("k1").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext(
        "/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
    server.start();
  }

  /** Who comes next, and by what they proved it. */
  void next(String who, String... by) {
    subject = who;
    methods = List.of(by);
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
    String code = "code-" + nonces.size();
    nonces.put(code, query.getOrDefault("nonce", ""));
    String state = URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + state);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String code = parameters(body).getOrDefault("code", "");
    String nonce = nonces.getOrDefault(code, "");
    nonces.remove(code);
    answer(
        exchange,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
            .formatted(idToken(nonce)));
  }

  private String idToken(String nonce) {
    Date now = new Date();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(base())
            .subject(subject)
            .audience("tocsin")
            .claim("nonce", nonce)
            .claim("amr", methods)
            .issueTime(now)
            .expirationTime(new Date(now.getTime() + 60_000))
            .build();
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String part : text.split("&")) {
      int at = part.indexOf('=');
      map.put(
          part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
    }
    return map;
  }

  /** Where a location leads, for a test that follows by hand. */
  static String pathOf(String location) {
    URI uri = URI.create(location);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** Registers the double with the app. */
  static final class Registration
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String client = "spring.security.oauth2.client.";
      TestPropertyValues.of(
              client + "registration.city.client-id=tocsin",
              client + "registration.city.client-secret=secret",
              client + "registration.city.client-name=City sign-on",
              client + "registration.city.scope=openid",
              client + "registration.city.authorization-grant-type=authorization_code",
              client
                  + "registration.city.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
              client + "provider.city.authorization-uri=" + SHARED.base() + "/authorize",
              client + "provider.city.token-uri=" + SHARED.base() + "/token",
              client + "provider.city.jwk-set-uri=" + SHARED.base() + "/jwks",
              client + "provider.city.user-name-attribute=sub")
          .applyTo(context);
    }
  }
}
