package org.tocsin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.matter.Spine;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.Ids;
import tools.jackson.databind.JsonNode;

/** A call over the wire, from ringing to its incident. */
@TocsinTest
class CallHttpTest {
  @LocalServerPort int port;
  private final Spine spine;
  private final JdbcClient jdbc;
  private Http driver = new Http(0);

  @Autowired
  CallHttpTest(ApplicationContext app, JdbcClient jdbc) {
    spine = new Spine(app);
    this.jdbc = jdbc;
  }

  @BeforeEach
  void driver() {
    spine.station(port);
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private Map<String, Object> signal() {
    Map<String, Object> signal = new HashMap<>();
    signal.put("channel", "PHONE_110");
    signal.put("callbackNumber", "+86 139-1234-5678");
    signal.put("addressText", "庆阳路1号");
    signal.put("lat", 36.05);
    signal.put("lon", 103.84);
    return signal;
  }

  private Http.Answer call() {
    Http.Answer answer = driver.post("/api/signals", signal());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer;
  }

  @Test
  void aCallGoesFromRingingToItsIncident() {
    Http.Answer ringing = call();
    assertThat(ringing.body().path("state").asString()).isEqualTo("RINGING");
    assertThat(ringing.body().path("callbackNumber").asString()).isEqualTo("13912345678");
    assertThat(ringing.body().path("draft").path("place").path("label").asString())
        .isEqualTo("庆阳路1号");
    String path = "/api/calls/" + ringing.body().path("id").asString();
    Http.Answer taking = driver.post(path + "/answer", Map.of());
    assertThat(taking.body().path("state").asString()).isEqualTo("TAKING");
    assertThat(taking.body().path("takenBy").path("name").asString()).isNotEmpty();
    Http.Answer saved =
        driver.put(
            path + "/draft",
            Map.of(
                "version", taking.body().path("version").asLong(),
                "draft",
                    Map.of(
                        "typeCode", "FIGHT",
                        "narrative", "两人打架",
                        "addressText", "庆阳路1号",
                        "answers", Map.of("WEAPON", "NO"))));
    assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
    Http.Answer incident =
        driver.post(
            "/api/incidents",
            Map.of(
                "signalId",
                ringing.body().path("id").asString(),
                "typeCode",
                "FIGHT",
                "priority",
                2,
                "addressText",
                "庆阳路1号",
                "place",
                Map.of("label", "庆阳路1号", "lat", 36.05, "lon", 103.84),
                "narrative",
                "两人打架",
                "answers",
                Map.of("WEAPON", "NO")));
    assertThat(incident.status()).as(incident.body().toString()).isEqualTo(201);
    assertThat(incident.body().path("calls").get(0).path("callbackNumber").asString())
        .isEqualTo("139****5678");
    Http.Answer accepted = driver.get(path);
    assertThat(accepted.body().path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.body().path("matterId").asString())
        .isEqualTo(incident.body().path("id").asString());
    Http.Answer likely =
        driver.get("/api/incidents/likely?lat=36.0503&lon=103.8401&typeCode=BRAWL");
    assertThat(likely.body().toString()).contains(incident.body().path("number").asString());
  }

  @Test
  void theRoomHearsOfACallAndOnlyWhoOpensItReadsTheNumber() {
    Map<String, Object> named = signal();
    named.put("callerName", "张小明");
    String id = driver.post("/api/signals", named).body().path("id").asString();
    JsonNode row = row(driver.get("/api/calls?limit=200").body(), id);
    assertThat(row.path("callbackNumber").asString()).isEqualTo("139****5678");
    assertThat(row.path("callerName").asString()).isEqualTo("张**");
    assertThat(driver.get("/api/calls/" + id).body().path("callbackNumber").asString())
        .isEqualTo("13912345678");
    assertThat(
            jdbc.sql("select body from foundation.live_entry where entity_id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .list())
        .as("what the live stream carries to every screen")
        .isNotEmpty()
        .allSatisfy(
            body -> assertThat(body).contains("139****5678").doesNotContain("13912345678", "小明"));
  }

  private static JsonNode row(JsonNode page, String id) {
    return page.path("items")
        .valueStream()
        .filter(c -> c.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCallOnTheAntiFraudLineBeginsAsAFraud() {
    Map<String, Object> fraud = signal();
    fraud.put("channel", "PHONE_96110");
    assertThat(driver.post("/api/signals", fraud).body().path("draft").path("typeCode").asString())
        .isEqualTo("TELECOM-FRAUD");
    fraud.put("typeCode", "THEFT");
    assertThat(driver.post("/api/signals", fraud).body().path("draft").path("typeCode").asString())
        .as("what was said goes before what the door tells")
        .isEqualTo("THEFT");
    assertThat(call().body().path("draft").path("typeCode").isNull()).isTrue();
    assertThat(driver.get("/api/incident-types").body().toString()).contains("TELECOM-FRAUD");
  }

  @Test
  void aRetriedSubmissionMakesOneSignal() {
    String key = Ids.next().toString();
    driver.with("Idempotency-Key", key);
    Http.Answer first = call();
    Http.Answer again = call();
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    Map<String, Object> other = signal();
    other.put("text", "another");
    assertThat(driver.post("/api/signals", other).code()).isEqualTo("KEY_REUSED");
    assertThat(
            jdbc.sql("select count(*) from intake.signal where number = :n")
                .param("n", first.body().path("number").asString())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void ofTwoWhoTypeTheSecondIsToldAndNothingIsLost() {
    Http.Answer call = call();
    String path = "/api/calls/" + call.body().path("id").asString();
    driver.post(path + "/answer", Map.of());
    long version = driver.get(path).body().path("version").asLong();
    Map<String, Object> mine = Map.of("version", version, "draft", Map.of("narrative", "甲"));
    Map<String, Object> yours = Map.of("version", version, "draft", Map.of("narrative", "乙"));
    assertThat(driver.put(path + "/draft", mine).status()).isEqualTo(200);
    Http.Answer stale = driver.put(path + "/draft", yours);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("STALE");
    assertThat(stale.body().path("changedBy").asString()).isNotEmpty();
    assertThat(driver.get(path).body().path("draft").path("narrative").asString()).isEqualTo("甲");
  }

  @Test
  void badSignalsAreRefusedInWords() {
    Map<String, Object> far = signal();
    far.put("lat", 123.0);
    Http.Answer place = driver.post("/api/signals", far);
    assertThat(place.status()).isEqualTo(400);
    assertThat(place.body().path("fields").get(0).path("field").asString()).isEqualTo("lat");
    Map<String, Object> long_ = signal();
    long_.put("text", "x".repeat(9_000));
    assertThat(driver.post("/api/signals", long_).status()).isEqualTo(413);
    Map<String, Object> number = signal();
    number.put("callbackNumber", "my phone");
    assertThat(driver.post("/api/signals", number).code()).isEqualTo("INVALID");
    Map<String, Object> channel = signal();
    channel.put("channel", "PIGEON");
    assertThat(driver.post("/api/signals", channel).status()).isEqualTo(400);
    assertThat(driver.post("/api/signals", "{broken").status()).isEqualTo(400);
  }

  @Test
  void aSettledCallStaysSettled() {
    Http.Answer call = call();
    String path = "/api/calls/" + call.body().path("id").asString();
    driver.post(path + "/answer", Map.of());
    assertThat(driver.post(path + "/nuisance", Map.of("reason", "")).code()).isEqualTo("INVALID");
    assertThat(
            driver
                .post(path + "/nuisance", Map.of("reason", "反复拨打"))
                .body()
                .path("state")
                .asString())
        .isEqualTo("NUISANCE");
    assertThat(driver.post(path + "/abandon", Map.of()).code()).isEqualTo("CALL_SETTLED");
    List<String> open =
        driver
            .get("/api/calls?state=open&limit=200")
            .body()
            .path("items")
            .valueStream()
            .map(c -> c.path("id").asString())
            .toList();
    assertThat(open).doesNotContain(call.body().path("id").asString());
  }

  @Test
  void packsAreThereToRead() {
    assertThat(driver.get("/api/incident-types").body().size()).isGreaterThan(35);
    assertThat(driver.get("/api/dispositions").body().size()).isGreaterThan(15);
    assertThat(driver.get("/api/incident-states").body().path("start").asString())
        .isEqualTo("CREATED");
  }
}
