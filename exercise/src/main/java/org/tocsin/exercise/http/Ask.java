package org.tocsin.exercise.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request being put together: {@code tocsin.post(path, body).key(k).at(instant).send()}. */
public final class Ask {
  private final Tocsin tocsin;
  private final String method;
  private final String path;
  private final @Nullable JsonNode body;
  private @Nullable String key;
  private @Nullable Instant at;
  private @Nullable String exercise;

  Ask(Tocsin tocsin, String method, String path, @Nullable JsonNode body) {
    this.tocsin = tocsin;
    this.method = method;
    this.path = path;
    this.body = body;
  }

  /** Names the wish, so that it is granted once however often it is sent. */
  public Ask key(String wish) {
    this.key = wish;
    return this;
  }

  /** Moves a driven clock there first; null leaves the clock alone. */
  public Ask at(@Nullable Instant instant) {
    this.at = instant;
    return this;
  }

  /** Marks what is made as part of an exercise. */
  public Ask exercise(@Nullable String id) {
    this.exercise = id;
    return this;
  }

  /**
   * Sends it, again and again if need be.
   *
   * @throws Refused if the server says no
   * @throws Unreachable if it says nothing for too long
   */
  public JsonNode send() {
    return tocsin.send(this);
  }

  HttpRequest request(URI base, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("Accept-Language", "en");
    if (key != null) {
      // Headers are ASCII; call signs need not be.
      request.header("Idempotency-Key", encode(key));
    }
    if (at != null) {
      request.header("Tocsin-Instant", at.toString());
    }
    if (exercise != null) {
      request.header("Tocsin-Exercise", exercise);
    }
    if (body == null) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(Tocsin.json().writeValueAsBytes(body)))
        .build();
  }

  /** For use in a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
