package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/**
 * A small city of a test's own within the shared app: a district with two stations and units, made
 * over the public API.
 */
final class City {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final double LAT = 36.05;
  static final double LON = 103.75;

  final String mark =
      "J" + COUNT.incrementAndGet() + Long.toString(System.nanoTime() % 100_000, 36).toUpperCase();
  final Http driver;
  final int port;
  final String exercise;
  final String root;
  final String district;
  final String north;
  final String south;

  City(int port) {
    this.port = port;
    this.driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    this.root = rootAgency();
    this.district = agency(mark, "测试分局" + mark, root);
    this.north = agency(mark + "-N", "北站派出所" + mark, district);
    this.south = agency(mark + "-S", "南站派出所" + mark, district);
    this.exercise =
        ok(driver.post("/api/exercises", Map.of("name", "journey " + mark, "note", "test")))
            .path("id")
            .asString();
    driver.with("Tocsin-Exercise", exercise);
  }

  /** A body from name and value in turn. */
  static Map<String, Object> body(Object... pairs) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], pairs[i + 1]);
    }
    return body;
  }

  /** The answer's body; the request must have gone well. */
  static JsonNode ok(Http.Answer answer) {
    assertThat(answer.status()).as("%s", answer.raw().body()).isBetween(200, 299);
    return answer.body();
  }

  /** Moves the clock on. */
  Instant pass(int seconds) {
    Instant now = now().plusSeconds(seconds);
    ok(driver.put("/api/exercise/clock", Map.of("instant", now.toString(), "rate", 0)));
    return now;
  }

  Instant now() {
    return Instant.parse(ok(driver.get("/api/exercise/clock")).path("now").asString());
  }

  /** A place some metres north of the city's middle. */
  static Map<String, Object> place(int metresNorth) {
    return body("label", "测试路" + metresNorth + "号", "lat", lat(metresNorth), "lon", LON);
  }

  static double lat(int metresNorth) {
    return LAT + metresNorth / 111_200.0;
  }

  /** A unit of an agency at a place, available. */
  String unit(String callSign, String type, String agency, int metresNorth) {
    return ok(driver.post(
            "/api/units",
            body(
                "callSign",
                mark + callSign,
                "typeCode",
                type,
                "agencyId",
                agency,
                "home",
                body("lat", lat(metresNorth), "lon", LON))))
        .path("id")
        .asString();
  }

  /** A call from this number that has just arrived. */
  JsonNode call(String number, String text) {
    return ok(
        driver.post(
            "/api/signals", body("channel", "PHONE_110", "callbackNumber", number, "text", text)));
  }

  /** An incident of the station from a call. */
  JsonNode incident(JsonNode call, String type, int priority, int metresNorth, String agency) {
    return ok(
        driver.post(
            "/api/incidents",
            body(
                "signalId",
                call.path("id").asString(),
                "typeCode",
                type,
                "priority",
                priority,
                "addressText",
                "测试路" + metresNorth + "号",
                "place",
                place(metresNorth),
                "narrative",
                "journey",
                "agencyId",
                agency)));
  }

  JsonNode incident(String id) {
    return ok(driver.get("/api/incidents/" + id));
  }

  JsonNode order(String incident, String... units) {
    return ok(
        driver.post(
            "/api/incidents/" + incident + "/orders",
            body("unitIds", List.of(units), "reason", "journey", "allowBusy", true)));
  }

  Http.Answer status(String assignment, String status) {
    return driver.post("/api/assignments/" + assignment + "/status", body("status", status));
  }

  Http.Answer feedback(String assignment, String text) {
    return driver.post("/api/assignments/" + assignment + "/feedback", body("text", text));
  }

  Http.Answer close(String incident, String disposition) {
    long version = incident(incident).path("version").asLong();
    return driver.post(
        "/api/incidents/" + incident + "/close",
        body("version", version, "dispositionCode", disposition, "note", ""));
  }

  /** One figure of this city's exercise. */
  JsonNode figure(String code) {
    quiet();
    Instant now = now();
    String period = "from=" + now.minusSeconds(200 * 86_400L) + "&to=" + now.plusSeconds(86_400);
    JsonNode card = ok(driver.get("/api/figures/response?" + period + "&exercise=" + exercise));
    for (JsonNode value : card.path("figures")) {
      if (value.path("code").asString().equals(code)) {
        return value;
      }
    }
    throw new AssertionError("no figure " + code);
  }

  /** Waits until every event has been worked through. */
  void quiet() {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(150))
        .until(() -> ok(driver.get("/api/exercise/quiet")).path("quiet").asBoolean());
  }

  private String rootAgency() {
    JsonNode list = ok(driver.get("/api/agencies"));
    for (JsonNode agency : list) {
      if (agency.path("parentId").isNull()) {
        return agency.path("id").asString();
      }
    }
    return ok(driver.post(
            "/api/agencies", body("code", "ROOT", "nameZh", "测试市局", "nameEn", "Test bureau")))
        .path("id")
        .asString();
  }

  private String agency(String code, String name, String parent) {
    return ok(driver.post(
            "/api/agencies",
            body("code", code, "nameZh", name, "nameEn", name, "parentId", parent)))
        .path("id")
        .asString();
  }
}
