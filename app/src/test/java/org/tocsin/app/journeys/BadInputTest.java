package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.body;
import static org.tocsin.app.journeys.City.ok;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/** Bad input gets an error that says what, where and how to mend it, and nothing is lost by it. */
@TocsinTest
class BadInputTest {
  @LocalServerPort int port;
  private City city;

  @BeforeEach
  void city() {
    city = new City(port);
  }

  private static void refused(Http.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.raw().headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body().path("detail").asString()).isNotBlank();
    assertThat(answer.body().path("mend").asString()).isNotBlank();
  }

  @Test
  void impossibleCoordinatesNameTheFieldAndTheCallStaysOpen() {
    JsonNode call = city.call("13800000001", "x");
    Http.Answer answer =
        city.driver.post(
            "/api/incidents",
            body(
                "signalId",
                call.path("id").asString(),
                "typeCode",
                "NOISE",
                "priority",
                3,
                "addressText",
                "x",
                "place",
                body("label", "x", "lat", 136.05, "lon", 103.75),
                "narrative",
                "x",
                "agencyId",
                city.north));
    refused(answer, 400, "INVALID");
    assertThat(answer.body().path("fields").path(0).path("field").asString()).startsWith("place");
    JsonNode kept = ok(city.driver.get("/api/calls/" + call.path("id").asString()));
    assertThat(kept.path("state").asString()).isIn("RINGING", "TAKING");
    city.incident(call, "NOISE", 3, 0, city.north);
  }

  @Test
  void unknownTypesAndMissingFieldsAreNamed() {
    JsonNode call = city.call("13800000002", "x");
    Http.Answer unknown =
        city.driver.post(
            "/api/incidents",
            body(
                "signalId",
                call.path("id").asString(),
                "typeCode",
                "NO-SUCH",
                "priority",
                3,
                "addressText",
                "x",
                "narrative",
                "x",
                "agencyId",
                city.north));
    refused(unknown, 400, "INVALID");
    assertThat(unknown.body().path("fields").path(0).path("field").asString())
        .isEqualTo("typeCode");
    Http.Answer broken = city.driver.post("/api/incidents", "{\"typeCode\": ");
    refused(broken, 400, "INVALID");
    Http.Answer extra =
        city.driver.post("/api/signals", body("channel", "PIGEON", "callbackNumber", "1"));
    refused(extra, 400, "INVALID");
    assertThat(extra.body().path("fields").path(0).path("field").asString()).isEqualTo("channel");
  }

  @Test
  void problemsSpeakTheReadersLanguage() {
    Http chinese = new Http(port).bearer(TocsinTest.DRIVER_TOKEN).with("Accept-Language", "zh-CN");
    Http english = new Http(port).bearer(TocsinTest.DRIVER_TOKEN).with("Accept-Language", "en");
    String missing = "/api/incidents/00000000-0000-7000-8000-000000000000";
    assertThat(chinese.get(missing).body().path("title").asString()).isEqualTo("未找到");
    assertThat(english.get(missing).body().path("title").asString()).isEqualTo("Not found");
  }

  @Test
  void oversizedBodiesAreRefusedAndTheCallIsKept() {
    JsonNode call = city.call("13800000003", "x");
    String huge = "长".repeat(3_000_000);
    Http.Answer answer =
        city.driver.put(
            "/api/calls/" + call.path("id").asString() + "/draft",
            body("version", call.path("version").asLong(), "draft", body("narrative", huge)));
    assertThat(answer.status()).isIn(400, 413);
    assertThat(answer.body().path("mend").asString()).isNotBlank();
    ok(city.driver.get("/api/calls/" + call.path("id").asString()));
  }

  @Test
  void theClockDoesNotGoBack() {
    city.pass(5);
    Http.Answer answer =
        city.driver.put(
            "/api/exercise/clock",
            body("instant", city.now().minusSeconds(1).toString(), "rate", 0));
    refused(answer, 409, "CLOCK_BACKWARDS");
    Http late =
        new Http(port)
            .bearer(TocsinTest.DRIVER_TOKEN)
            .with("Tocsin-Instant", city.now().minusSeconds(60).toString());
    refused(
        late.post(
            "/api/signals", body("channel", "SMS", "callbackNumber", "13800000004", "text", "x")),
        409,
        "CLOCK_BACKWARDS");
    refused(
        new Http(port)
            .bearer(TocsinTest.DRIVER_TOKEN)
            .with("Tocsin-Instant", "yesterday")
            .get("/api/units"),
        400,
        "INVALID");
  }

  @Test
  void aRepeatedSubmissionNeverMakesTwo() {
    city.driver.with("Idempotency-Key", "k-" + city.mark);
    JsonNode first =
        ok(
            city.driver.post(
                "/api/signals", body("channel", "PHONE_110", "callbackNumber", "13800000005")));
    JsonNode again =
        ok(
            city.driver.post(
                "/api/signals", body("channel", "PHONE_110", "callbackNumber", "13800000005")));
    assertThat(again.path("id")).isEqualTo(first.path("id"));
    refused(
        city.driver.post(
            "/api/signals", body("channel", "PHONE_110", "callbackNumber", "13800000006")),
        422,
        "KEY_REUSED");
    city.driver.without("Idempotency-Key");
    assertThat(city.figure("CALLS").path("count").asLong()).isEqualTo(1);
  }

  @Test
  void oftwoPeopleAtOnceOneWinsAndTheOtherIsToldWho() throws InterruptedException {
    JsonNode incident = city.incident(city.call("13800000007", "x"), "NOISE", 3, 0, city.north);
    String path = "/api/incidents/" + incident.path("id").asString() + "/classify";
    ConcurrentLinkedQueue<Http.Answer> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        int priority = 1 + i % 4;
        pool.submit(
            () -> {
              go.await();
              return answers.add(
                  new Http(port)
                      .bearer(TocsinTest.DRIVER_TOKEN)
                      .post(
                          path,
                          body(
                              "version",
                              incident.path("version").asLong(),
                              "typeCode",
                              "FIGHT",
                              "priority",
                              priority,
                              "reason",
                              "r")));
            });
      }
      go.countDown();
    }
    List<Integer> statuses = answers.stream().map(Http.Answer::status).sorted().toList();
    assertThat(statuses.getFirst()).isEqualTo(200);
    assertThat(Set.copyOf(statuses.subList(1, 8))).containsExactly(409);
    answers.stream()
        .filter(a -> a.status() == 409)
        .forEach(
            a ->
                assertThat(a.body().path("changedBy").asString())
                    .as("%s", a.raw().body())
                    .isNotBlank());
  }

  @Test
  void illegalStepsAreRefusedWithAReason() {
    String unit = city.unit("P9", "PATROL", city.north, 100);
    String incident =
        city.incident(city.call("13800000008", "x"), "NOISE", 3, 0, city.north)
            .path("id")
            .asString();
    String order = city.order(incident, unit).path(0).path("id").asString();
    ok(city.status(order, "ON_SCENE"));
    refused(city.status(order, "EN_ROUTE"), 409, "ILLEGAL_TRANSITION");
    assertThat(city.close(incident, "NO-SUCH").status()).isEqualTo(400);
    assertThat(city.close(incident, "HANDLED").status()).isEqualTo(409);
    ok(city.status(order, "CLEARED"));
    ok(city.close(incident, "HANDLED"));
  }

  @Test
  void withoutSignInOrWithAWrongTokenNothingIsSeen() {
    String incident =
        city.incident(city.call("13800000009", "x"), "NOISE", 3, 0, city.north)
            .path("id")
            .asString();
    refused(new Http(port).get("/api/incidents/" + incident), 401, "UNAUTHENTICATED");
    refused(new Http(port).bearer("wrong").get("/api/units"), 401, "TOKEN_REFUSED");
  }
}
