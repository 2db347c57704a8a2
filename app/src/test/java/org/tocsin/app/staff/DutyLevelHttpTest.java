package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Retention;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.JsonNode;

/** A duty level is set for an area with who, why, until when, and ends by itself (A11). */
@StaffTest
class DutyLevelHttpTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired InstanceClock clock;
  @Autowired Retention retention;
  @Autowired JdbcClient jdbc;
  private AgencyId division = AgencyId.next();
  private AgencyId station = AgencyId.next();
  private AgencyId other = AgencyId.next();
  private Http driver = new Http(0);

  @BeforeEach
  void tree() {
    division = people.agency(people.root().id(), "分局").id();
    station = people.agency(division, "派出所").id();
    other = people.agency(division, "派出所乙").id();
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private Http.Answer set(AgencyId agency, String level, Duration length, Object version) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "agencyId",
                agency.toString(),
                "levelCode",
                level,
                "reason",
                "国庆安保",
                "until",
                clock.instant().plus(length).toString()));
    if (version instanceof Long v) {
      body.put("version", v);
    }
    return driver.post("/api/duty-levels", body);
  }

  private JsonNode now(AgencyId agency) {
    for (JsonNode row : driver.get("/api/duty-levels?agency=" + division).body().path("now")) {
      if (row.path("agencyId").asString().equals(agency.toString())) {
        return row;
      }
    }
    throw new AssertionError("no row");
  }

  private String level(AgencyId agency) {
    return now(agency).path("levelCode").asString();
  }

  private void pass(Duration time) {
    Instant to = clock.instant().plus(time);
    driver.put("/api/exercise/clock", Map.of("instant", to.toString(), "rate", 0));
  }

  @Test
  void aHigherLevelHoldsForAllBelowSwitchesTheTemplateAndExpiresOnTheClock() {
    assertThat(level(station)).isEqualTo("LEVEL-3");
    int before = now(station).path("needed").path("officers").asInt();
    Http.Answer set = set(division, "LEVEL-2", Duration.ofHours(8), "none");
    assertThat(set.status()).as("%s", set.body()).isEqualTo(201);
    assertThat(set.body().path("setBy").asString()).isNotBlank();
    assertThat(level(station)).isEqualTo("LEVEL-2");
    assertThat(now(station).path("from").path("agencyId").asString())
        .isEqualTo(division.toString());
    assertThat(now(station).path("needed").path("officers").asInt()).isGreaterThan(before);

    assertThat(set(station, "LEVEL-1", Duration.ofHours(2), "none").status()).isEqualTo(201);
    assertThat(level(station)).isEqualTo("LEVEL-1");
    assertThat(level(other)).isEqualTo("LEVEL-2");
    pass(Duration.ofHours(2));
    assertThat(level(station)).as("its own is over, the division's holds").isEqualTo("LEVEL-2");
    pass(Duration.ofHours(6).minusSeconds(1));
    assertThat(level(station)).isEqualTo("LEVEL-2");
    pass(Duration.ofSeconds(1));
    assertThat(level(station)).isEqualTo("LEVEL-3");
    JsonNode past = driver.get("/api/duty-levels/history?agency=" + division).body().path("items");
    assertThat(past).hasSize(2);
    for (JsonNode one : past) {
      assertThat(one.path("endKind").asString()).isEqualTo("EXPIRED");
      assertThat(one.path("endedAt").asString()).isEqualTo(one.path("until").asString());
      assertThat(one.path("reason").asString()).isEqualTo("国庆安保");
    }
  }

  @Test
  void whoChangesItSawWhatHeld() {
    JsonNode first = set(station, "LEVEL-2", Duration.ofHours(8), "none").body();
    assertThat(set(station, "LEVEL-1", Duration.ofHours(8), "none").code()).isEqualTo("STALE");
    JsonNode second = set(station, "LEVEL-1", Duration.ofHours(8), 1L).body();
    assertThat(second.path("levelCode").asString()).isEqualTo("LEVEL-1");
    String path = "/api/duty-levels/" + second.path("id").asString() + "/lift";
    assertThat(driver.post(path, Map.of("version", 1)).code()).isEqualTo("INVALID");
    assertThat(driver.post(path, Map.of("version", 9, "reason", "x")).code()).isEqualTo("STALE");
    driver.with("Idempotency-Key", Ids.next().toString());
    Map<String, Object> lift = Map.of("version", 1, "reason", "活动提前结束");
    JsonNode lifted = driver.post(path, lift).body();
    assertThat(lifted.path("endKind").asString()).isEqualTo("LIFTED");
    assertThat(driver.post(path, lift).body()).as("once").isEqualTo(lifted);
    driver.without("Idempotency-Key");
    assertThat(level(station)).isEqualTo("LEVEL-3");
    assertThat(
            driver
                .get("/api/duty-levels/history?agency=" + station)
                .body()
                .path("items")
                .path(1)
                .path("endKind")
                .asString())
        .isEqualTo("REPLACED");
    assertThat(first.path("version").asLong()).isEqualTo(1);
  }

  @Test
  void nonsenseAndOthersAreasAreRefused() {
    assertThat(set(station, "LEVEL-3", Duration.ofHours(1), "none").code()).isEqualTo("INVALID");
    assertThat(set(station, "LEVEL-9", Duration.ofHours(1), "none").code()).isEqualTo("INVALID");
    assertThat(set(station, "LEVEL-1", Duration.ofHours(73), "none").code()).isEqualTo("INVALID");
    assertThat(set(station, "LEVEL-1", Duration.ofHours(-1), "none").code()).isEqualTo("INVALID");
    Http officer = new Http(port);
    officer.signIn(people.officer(station, "station-officer").signInName(), People.PASSWORD);
    Map<String, Object> body =
        Map.of(
            "agencyId",
            division.toString(),
            "levelCode",
            "LEVEL-2",
            "reason",
            "x",
            "until",
            clock.instant().plusSeconds(3600).toString());
    assertThat(officer.post("/api/duty-levels", body).status()).isEqualTo(404);
    Http taker = new Http(port);
    taker.signIn(people.officer(division, "call-taker").signInName(), People.PASSWORD);
    assertThat(taker.post("/api/duty-levels", body).status()).isEqualTo(403);
    assertThat(taker.get("/api/duty-levels").status()).isEqualTo(200);
  }

  @Test
  void lessonsHaveAnOwnerAndADayAndAreConfirmedByAnother() {
    people.root();
    String drill =
        driver.post("/api/exercises", Map.of("name", "拉动演练")).body().path("id").asString();
    People.Person owner = people.officer(people.root().id(), "dispatcher");
    Map<String, Object> lesson =
        Map.of("text", "集合点照明不足", "ownerId", owner.id().toString(), "dueOn", "2099-01-01");
    JsonNode made = driver.post("/api/exercises/" + drill + "/lessons", lesson).body();
    assertThat(made.path("overdue").asBoolean()).isFalse();
    assertThat(
            driver
                .post(
                    "/api/exercises/" + drill + "/lessons",
                    Map.of("text", "x", "ownerId", owner.id().toString()))
                .code())
        .isEqualTo("INVALID");
    String done = "/api/lessons/" + made.path("id").asString() + "/done";
    assertThat(driver.post(done, Map.of("version", 7, "outcome", "已加装")).code()).isEqualTo("STALE");
    JsonNode settled = driver.post(done, Map.of("version", 1, "outcome", "已加装照明")).body();
    assertThat(settled.path("outcome").asString()).isEqualTo("已加装照明");
    assertThat(driver.get("/api/exercises/" + drill + "/lessons").body()).hasSize(1);

    retention.enforce();
    assertThat(driver.get("/api/exercises/" + drill + "/lessons").body()).hasSize(1);
    jdbc.sql(
            "update staff.lesson set done_at = done_at - interval '1096 days' where id = cast(:id as uuid)")
        .param("id", made.path("id").asString())
        .update();
    retention.enforce();
    assertThat(driver.get("/api/exercises/" + drill + "/lessons").body())
        .as("forgotten when its period has passed")
        .isEmpty();
    driver.post("/api/exercises/" + drill + "/end", Map.of());
  }
}
