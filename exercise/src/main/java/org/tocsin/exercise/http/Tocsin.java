package org.tocsin.exercise.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One client of one instance. A request that gets no answer is sent again, with growing pauses of
 * at most two seconds, for as long as the client is patient; writes carry an idempotency key, so
 * that sending again never doubles. Safe for use by several threads.
 */
public final class Tocsin {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int TRIES_AFTER_SERVER_ERROR = 4;

  private final URI base;
  private final String token;
  private final Duration patience;
  private final HttpClient http;
  private final LongAdder repeated = new LongAdder();

  /**
   * @param base such as {@code http://127.0.0.1:8080}
   * @param token a bearer token
   * @param patience how long a request is repeated before it is given up
   */
  public Tocsin(URI base, String token, Duration patience) {
    this.base = base;
    this.token = token;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  public URI base() {
    return base;
  }

  /** How many requests had to be sent again. */
  public long repeated() {
    return repeated.sum();
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static JsonMapper json() {
    return JSON;
  }

  /** Whether a field is missing or null. */
  public static boolean absent(JsonNode field) {
    return field.isMissingNode() || field.isNull();
  }

  public JsonNode get(String path) {
    return new Ask(this, "GET", path, null).send();
  }

  public Ask post(String path, JsonNode body) {
    return new Ask(this, "POST", path, body);
  }

  public Ask put(String path, JsonNode body) {
    return new Ask(this, "PUT", path, body);
  }

  /** Every item of a keyset-paged list, to its end. A plain array is taken as the only page. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String join = path.contains("?") ? "&" : "?";
    String after = null;
    do {
      JsonNode page = get(after == null ? path : path + join + "after=" + Ask.encode(after));
      (page.isArray() ? page : page.path("items")).forEach(items::add);
      after = page.path("next").asString(null);
    } while (after != null);
    return items;
  }

  /**
   * Sends a file as a form. Sent again if no answer came: an import only previews until it is
   * applied.
   */
  public JsonNode upload(String path, String kind, String fileName, byte[] content) {
    Multipart form = Multipart.of(kind, fileName, content);
    return send(
        "POST " + path,
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(5))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build());
  }

  /** Opens the live stream; the caller closes it. */
  HttpResponse<InputStream> stream(long after) throws IOException, InterruptedException {
    URI at = base.resolve("/api/stream" + (after < 0 ? "" : "?after=" + after));
    HttpRequest request =
        HttpRequest.newBuilder(at)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    return http.send(request, BodyHandlers.ofInputStream());
  }

  JsonNode send(Ask ask) {
    return send(ask.toString(), ask.request(base, token));
  }

  private JsonNode send(String name, HttpRequest request) {
    long giveUp = System.nanoTime() + patience.toNanos();
    Duration pause = Duration.ofMillis(25);
    int serverErrors = 0;
    while (true) {
      @Nullable IOException lost = null;
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        boolean again =
            switch (response.statusCode()) {
              case 429, 502, 503, 504 -> true;
              case 500 -> ++serverErrors < TRIES_AFTER_SERVER_ERROR;
              default -> false;
            };
        if (!again || System.nanoTime() > giveUp) {
          return answer(name, response);
        }
      } catch (IOException e) {
        lost = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unreachable(name, e);
      }
      if (lost != null && System.nanoTime() > giveUp) {
        throw new Unreachable(name, lost);
      }
      repeated.increment();
      sleep(pause, name);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private static void sleep(Duration pause, String name) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(name, e);
    }
  }

  private static JsonNode answer(String name, HttpResponse<byte[]> response) {
    JsonNode body = parse(response.body());
    if (response.statusCode() >= 400) {
      throw new Refused(name, response.statusCode(), body);
    }
    return body;
  }

  private static JsonNode parse(byte[] body) {
    try {
      return body.length == 0 ? JsonNodeFactory.instance.missingNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(
          new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
