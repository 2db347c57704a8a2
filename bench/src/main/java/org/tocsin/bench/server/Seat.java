package org.tocsin.bench.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One officer of the demonstration at a browser: a cookie jar, signed in. */
public final class Seat {
  /** The smallest picture there is. */
  private static final byte[] PICTURE =
      java.util.Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

  /** What came back; status 0 where the server was gone. */
  public record Answer(int status, JsonNode body) {
    public boolean isOk() {
      return status >= 200 && status < 300;
    }

    public String code() {
      return body.path("code").asString("");
    }
  }

  private final String name;
  private final String password;
  private CookieManager cookies = new CookieManager();
  private HttpClient http = HttpClient.newHttpClient();
  private URI base;
  private String id = "";
  private java.util.Set<String> roles = java.util.Set.of();

  /** Nobody is signed in yet. */
  public Seat(URI base, String name, String password) {
    this.base = base;
    this.name = name;
    this.password = password;
  }

  /** Signs in, also anew on a server that has come back at another port. */
  public void signIn(URI at) {
    base = at;
    cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    get("/api/instance");
    Answer session =
        post(
            "/api/session",
            Tocsin.object().put("signInName", name).put("password", password),
            null);
    if (!session.isOk()) {
      throw new IllegalStateException(name + " cannot sign in: " + session);
    }
    JsonNode officer = session.body().path("officer");
    id = officer.path("id").asString();
    roles =
        session
            .body()
            .path("roles")
            .valueStream()
            .map(JsonNode::asString)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** The sign-in name. */
  public String name() {
    return name;
  }

  /** The officer's id, after signing in. */
  public String id() {
    return id;
  }

  /** Whether the officer has one of these roles. */
  public boolean hasOneOf(java.util.Set<String> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }

  /** Reads. */
  public Answer get(String path) {
    return send(request(path, null).GET());
  }

  /** Writes, once for each key. */
  public Answer post(String path, JsonNode body, @Nullable String key) {
    return send(
        request(path, key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Hands in one proof of a kind; its id, or null if it was refused. */
  public @Nullable String proof(@Nullable String matter, String kind) {
    String mark = "walk" + System.nanoTime();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"walk.png\"\r\nContent-Type: image/png\r\n\r\n"
            .formatted(mark, kind, mark);
    String path = matter == null ? "/api/matter-proofs" : "/api/matters/" + matter + "/proofs";
    Answer kept =
        send(
            request(path, null)
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(
                            head.getBytes(StandardCharsets.UTF_8),
                            PICTURE,
                            ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    return kept.isOk() ? kept.body().path("id").asString() : null;
  }

  private HttpRequest.Builder request(String path, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      return new Answer(0, Tocsin.object().put("code", "LOST").put("detail", String.valueOf(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body.isBlank() ? Tocsin.object() : Tocsin.json().readTree(body);
    } catch (JacksonException e) {
      return Tocsin.object().put("text", body);
    }
  }
}
