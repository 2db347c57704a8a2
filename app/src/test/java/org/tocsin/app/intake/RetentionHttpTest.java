package org.tocsin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Retention;
import org.tocsin.app.matter.Spine;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/** What is older than its rule is emptied, what is younger stays, and the report says so. */
@TocsinTest
class RetentionHttpTest {
  @LocalServerPort int port;
  @Autowired Retention retention;
  @Autowired JdbcClient jdbc;
  private final Spine spine;
  private Http driver = new Http(0);

  @Autowired
  RetentionHttpTest(ApplicationContext app) {
    spine = new Spine(app);
  }

  @BeforeEach
  void driver() {
    spine.station(port);
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private JsonNode incident(String number) {
    JsonNode call =
        driver
            .post(
                "/api/signals",
                Map.of(
                    "channel",
                    "PHONE_110",
                    "callbackNumber",
                    number,
                    "addressText",
                    "庆阳路1号",
                    "lat",
                    36.05,
                    "lon",
                    103.84))
            .body();
    String id = call.path("id").asString();
    driver.post("/api/calls/" + id + "/answer", Map.of());
    Http.Answer made =
        driver.post(
            "/api/incidents",
            Map.of(
                "signalId",
                id,
                "typeCode",
                "FIGHT",
                "priority",
                2,
                "addressText",
                "庆阳路1号",
                "place",
                Map.of("label", "庆阳路1号", "lat", 36.05, "lon", 103.84)));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.body();
  }

  private static String signal(JsonNode incident) {
    return incident.path("calls").get(0).path("id").asString();
  }

  private void age(JsonNode incident) {
    for (String table : List.of("intake.signal where id", "matter.call where signal_id")) {
      String[] parts = table.split(" where ", 2);
      jdbc.sql(
              "update %s set received_at = received_at - interval '1096 days' where %s = cast(:id as uuid)"
                  .formatted(parts[0], parts[1]))
          .param("id", signal(incident))
          .update();
    }
  }

  private Retention.Standing standing(String code) {
    return Acting.as(Actor.system("test"), retention::report).stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoCalledIsForgottenWhenThePeriodHasPassed() {
    JsonNode old = incident("13900000001");
    JsonNode young = incident("13900000002");
    age(old);
    assertThat(standing("intake.caller").oldestHeld()).isNotNull();
    long before = standing("intake.caller").erased();

    retention.enforce();

    JsonNode emptied = driver.get("/api/calls/" + signal(old)).body();
    assertThat(emptied.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(emptied.path("callbackNumber").isNull()).isTrue();
    assertThat(emptied.path("draft").path("narrative").asString()).isEmpty();
    assertThat(emptied.toString()).doesNotContain("13900000001");
    assertThat(driver.get("/api/incidents/" + old.path("id").asString()).body().toString())
        .doesNotContain("139****0001");
    assertThat(driver.get("/api/calls/" + signal(young)).body().path("callbackNumber").asString())
        .isEqualTo("13900000002");
    assertThat(standing("intake.caller").erased()).isEqualTo(before + 1);
    assertThat(standing("intake.caller").overdue()).isFalse();
    assertThat(standing("matter.caller").lastRunAt()).isNotNull();
  }

  @Test
  void theReportIsForAuditors() {
    assertThat(driver.get("/api/retention").code()).isEqualTo("FORBIDDEN");
  }
}
