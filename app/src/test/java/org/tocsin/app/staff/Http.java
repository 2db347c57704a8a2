package org.tocsin.app.staff;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser or a program as the server sees it: real HTTP, a cookie jar of its own. */
public final class Http {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer: status, parsed body, headers. */
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    /** The code of a refusal. */
    public String code() {
      return body.path("code").asString("");
    }
  }

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Http(int port) {
    this.base = "http://localhost:" + port;
  }

  /** Sends this header with everything. */
  public Http with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sends this header no more. */
  public Http without(String name) {
    headers.remove(name);
    return this;
  }

  /** As a program with a token. */
  public Http bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends a form with one file, as a browser does. */
  public Answer upload(
      String path, Map<String, String> fields, String fileName, String type, byte[] file) {
    String mark = "----tocsin" + Long.toHexString(System.nanoTime());
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(mark, name, value)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(mark, fileName, type)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(
        "\r\n--%s--\r\n".formatted(mark).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=" + mark);
  }

  /** Opens the page (and so gets its token), then signs in. */
  public Answer signIn(String name, String password) {
    get("/api/instance");
    return post("/api/session", Map.of("signInName", name, "password", password));
  }

  /** The value of a cookie, or null. */
  public @Nullable String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  private Answer send(String method, String path, @Nullable Object body) {
    return send(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(
                body instanceof String s ? s : JSON.writeValueAsString(body)),
        body == null ? null : "application/json");
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, @Nullable String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    String token = cookie("XSRF-TOKEN");
    if (token != null && !headers.containsKey("X-XSRF-TOKEN")) {
      request.header("X-XSRF-TOKEN", token);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> raw = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(raw.statusCode(), parse(raw.body()), raw);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (tools.jackson.core.JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
