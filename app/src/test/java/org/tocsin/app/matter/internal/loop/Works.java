package org.tocsin.app.matter.internal.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the loop say in one line: people, matters, proofs, time. */
@TestComponent
class Works {
  static final String KIND = "test-hazard";
  static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KindStore kinds;
  private final InstanceClock clock;
  private final TransactionTemplate tx;

  Works(KindStore kinds, InstanceClock clock, PlatformTransactionManager transactions) {
    this.kinds = kinds;
    this.clock = clock;
    this.tx = new TransactionTemplate(transactions);
  }

  /** Puts the kind of these tests in use. */
  synchronized void declare() {
    String yaml = yaml();
    tx.executeWithoutResult(
        s -> {
          if (kinds.find(KIND, 1).isEmpty()) {
            Instant now = clock.instant();
            kinds.insert(new KindStore.Written(KIND, 1, "PACK", yaml, now, "test"));
            kinds.use(new KindStore.InUse(KIND, 1, false), now, "test");
          }
        });
  }

  static String yaml() {
    try {
      return new ClassPathResource("matter-loop/test-hazard.yaml").getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An officer who is signed in. */
  record Seat(People.Person person, Http http, int port) {
    String id() {
      return person.id().toString();
    }

    Http.Answer get(String path) {
      return http.get(path);
    }

    Http.Answer post(String path, Object body) {
      return http.post(path, body);
    }

    /** Hands a proof in; its id. */
    String proof(String path, String kind, byte[] bytes) {
      HttpResponse<String> answer = upload(path, kind, bytes, Map.of());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return JSON.readTree(answer.body()).path("id").asString();
    }

    HttpResponse<String> upload(String path, String kind, byte[] bytes, Map<String, String> more) {
      String line = "----tocsin" + System.nanoTime();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Map<String, String> parts = new HashMap<>(more);
      parts.put("kind", kind);
      parts.forEach(
          (name, value) ->
              out.writeBytes(
                  "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                      .formatted(line, name, value)
                      .getBytes(UTF_8)));
      if (bytes.length > 0) {
        out.writeBytes(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\nContent-Type: image/png\r\n\r\n"
                .formatted(line)
                .getBytes(UTF_8));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(UTF_8));
      }
      out.writeBytes("--%s--\r\n".formatted(line).getBytes(UTF_8));
      return send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("Content-Type", "multipart/form-data; boundary=" + line)
              .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())),
          HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) {
      return send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).GET(),
          HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
        HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
      request.header(
          "Cookie",
          "TOCSIN=%s; XSRF-TOKEN=%s".formatted(http.cookie("TOCSIN"), http.cookie("XSRF-TOKEN")));
      request.header("X-XSRF-TOKEN", String.valueOf(http.cookie("XSRF-TOKEN")));
      try (HttpClient client = HttpClient.newHttpClient()) {
        return client.send(request.build(), handler);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    Map<String, Object> raising() {
      Map<String, Object> body = new HashMap<>();
      body.put("kind", KIND);
      body.put(
          "fields",
          Map.of(
              "company",
              Map.of("text", "东港化工有限公司"),
              "contact",
              "王小明",
              "phone",
              "13812345678",
              "hazards",
              List.of(Map.of("what", "消防通道堵塞", "basis", "消防法第28条"))));
      body.put("proofIds", List.of(proof("/api/matter-proofs", "photo", PNG)));
      return body;
    }

    JsonNode raise() {
      Http.Answer answer = post("/api/matters", raising());
      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
      return answer.body();
    }

    JsonNode matter(JsonNode matter) {
      return get(path(matter)).body();
    }

    Http.Answer act(JsonNode matter, String transition, Map<String, Object> more) {
      Map<String, Object> body = new HashMap<>(more);
      body.putIfAbsent("version", matter(matter).path("version").asLong());
      body.put("transition", transition);
      return post(path(matter) + "/acts", body);
    }

    JsonNode done(JsonNode matter, String transition, Map<String, Object> more) {
      Http.Answer answer = act(matter, transition, more);
      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
      return answer.body();
    }

    JsonNode serve(JsonNode matter, String deadline) {
      return done(
          matter,
          "serve",
          Map.of(
              "fields", Map.of("deadline", deadline),
              "proofIds", List.of(proof(path(matter) + "/proofs", "signature", PNG))));
    }

    JsonNode report(JsonNode matter) {
      return done(
          matter,
          "report",
          Map.of("proofIds", List.of(proof(path(matter) + "/proofs", "photo", PNG))));
    }
  }

  static Map<String, Object> passing() {
    return Map.of(
        "fields", Map.of("findings", "通道已畅通"), "place", Map.of("lat", 36.06, "lon", 103.83));
  }

  static String path(JsonNode matter) {
    return "/api/matters/" + matter.path("id").asString();
  }

  static Seat seat(People people, int port, AgencyId agency, String... roles) {
    People.Person person = people.officer(agency, roles);
    Http http = new Http(port);
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
    return new Seat(person, http, port);
  }

  /** Moves the instance's clock on, as an exercise does. */
  void pass(int port, Duration time) {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    Instant to = clock.instant().plus(time);
    Http.Answer answer =
        driver.put("/api/exercise/clock", Map.of("instant", to.toString(), "rate", 0));
    assertThat(answer.status()).as("%s", answer.body()).isLessThan(300);
  }

  Instant instant(Duration ahead) {
    return clock.instant().plus(ahead);
  }

  String day(int days) {
    return clock
        .instant()
        .plus(Duration.ofDays(days))
        .atZone(clock.getZone())
        .toLocalDate()
        .toString();
  }
}
