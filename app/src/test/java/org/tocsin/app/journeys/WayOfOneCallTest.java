package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.body;
import static org.tocsin.app.journeys.City.ok;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/**
 * From ringing to disposition: one call's whole way, every instant kept, and the figures that come
 * out.
 */
@TocsinTest
class WayOfOneCallTest {
  @LocalServerPort int port;
  private City city;

  @BeforeEach
  void city() {
    city = new City(port);
  }

  @Test
  void aCallBecomesAnIncidentIsServedClosedAndCounted() {
    String near = city.unit("P1", "PATROL", city.north, 300);
    city.unit("P2", "PATROL", city.north, 4_000);
    final JsonNode call = city.call("13900001111", "打架");
    final Instant received = city.now();
    city.pass(6);
    ok(city.driver.post("/api/calls/" + call.path("id").asString() + "/answer", body()));
    city.pass(40);
    String incident = city.incident(call, "BRAWL", 2, 0, city.north).path("id").asString();
    Instant created = city.now();
    JsonNode first =
        ok(city.driver.get("/api/incidents/" + incident + "/recommendation"))
            .path("candidates")
            .path(0);
    assertThat(first.path("unitId").asString()).isEqualTo(near);
    assertThat(first.path("recommended").asBoolean()).isTrue();
    city.pass(10);
    String order = city.order(incident, near).path(0).path("id").asString();
    Instant dispatched = city.now();
    city.pass(15);
    ok(city.status(order, "ACKNOWLEDGED"));
    city.pass(15);
    ok(city.status(order, "EN_ROUTE"));
    city.pass(120);
    ok(city.status(order, "ON_SCENE"));
    Instant arrived = city.now();
    city.pass(600);
    ok(city.feedback(order, "已调解，双方和解"));
    ok(city.status(order, "CLEARED"));
    city.pass(5);
    ok(city.close(incident, "MEDIATED"));

    JsonNode closed = city.incident(incident);
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    JsonNode instants = closed.path("instants");
    assertThat(Instant.parse(instants.path("received").asString())).isEqualTo(received);
    assertThat(Instant.parse(instants.path("created").asString())).isEqualTo(created);
    assertThat(Instant.parse(instants.path("dispatched").asString())).isEqualTo(dispatched);
    assertThat(Instant.parse(instants.path("acknowledged").asString()))
        .isEqualTo(dispatched.plusSeconds(15));
    assertThat(Instant.parse(instants.path("departed").asString()))
        .isEqualTo(dispatched.plusSeconds(30));
    assertThat(Instant.parse(instants.path("arrived").asString())).isEqualTo(arrived);
    assertThat(Instant.parse(instants.path("fedBack").asString()))
        .isEqualTo(arrived.plusSeconds(600));
    assertThat(closed.path("late")).isEmpty();

    List<Instant> times = new ArrayList<>();
    ok(city.driver.get("/api/incidents/" + incident + "/timeline"))
        .forEach(entry -> times.add(Instant.parse(entry.path("at").asString())));
    assertThat(times).hasSizeGreaterThan(6).isSorted();

    assertThat(city.figure("CALLS").path("count").asLong()).isEqualTo(1);
    assertThat(city.figure("INCIDENTS").path("count").asLong()).isEqualTo(1);
    assertThat(city.figure("CALL-ANSWER").path("median").asLong()).isEqualTo(6);
    assertThat(city.figure("RECEIVED-TO-DISPATCHED").path("median").asLong()).isEqualTo(56);
    assertThat(city.figure("DISPATCHED-TO-ACKNOWLEDGED").path("median").asLong()).isEqualTo(15);
    assertThat(city.figure("DEPARTED-TO-ARRIVED").path("median").asLong()).isEqualTo(120);
    assertThat(city.figure("DISPATCHED-TO-CLEARED").path("median").asLong()).isEqualTo(750);
    assertThat(city.figure("ACKNOWLEDGED-30S").path("numerator").asLong()).isEqualTo(1);
  }

  @Test
  void severalCallersAreOneIncidentAndUndoneTheyAreTwo() {
    JsonNode one =
        city.incident(city.call("13900002222", "着火了"), "STRUCTURE-FIRE", 1, 0, city.north);
    city.pass(60);
    JsonNode call = city.call("13900003333", "冒烟");
    String likely =
        "/api/incidents/likely?typeCode=STRUCTURE-FIRE&lat=%s&lon=%s"
            .formatted(City.lat(40), City.LON);
    assertThat(ok(city.driver.get(likely)).path(0).path("incident").path("id").asString())
        .isEqualTo(one.path("id").asString());
    JsonNode two = city.incident(call, "STRUCTURE-FIRE", 1, 40, city.north);
    JsonNode merged =
        ok(
            city.driver.post(
                "/api/incidents/" + two.path("id").asString() + "/merge",
                body(
                    "into",
                    one.path("id").asString(),
                    "version",
                    two.path("version").asLong(),
                    "reason",
                    "同一火情")));
    assertThat(city.incident(one.path("id").asString()).path("callCount").asInt()).isEqualTo(2);
    assertThat(city.figure("INCIDENTS").path("count").asLong()).isEqualTo(1);
    assertThat(city.figure("CALLS").path("count").asLong()).isEqualTo(2);
    long version = city.incident(two.path("id").asString()).path("version").asLong();
    ok(
        city.driver.post(
            "/api/incidents/" + two.path("id").asString() + "/unmerge",
            body("version", version, "reason", "两处不同")));
    assertThat(city.incident(one.path("id").asString()).path("callCount").asInt()).isEqualTo(1);
    assertThat(city.incident(two.path("id").asString()).path("callCount").asInt()).isEqualTo(1);
    assertThat(city.figure("INCIDENTS").path("count").asLong()).isEqualTo(2);
    assertThat(merged.isEmpty()).isFalse();
  }

  @Test
  void aUnitOnTwoIncidentsKeepsTwoStatuses() {
    String unit = city.unit("P5", "PATROL", city.north, 100);
    String a =
        city.incident(city.call("13900004444", "a"), "NOISE", 3, 0, city.north)
            .path("id")
            .asString();
    String b =
        city.incident(city.call("13900005555", "b"), "NOISE", 3, 900, city.north)
            .path("id")
            .asString();
    String first = city.order(a, unit).path(0).path("id").asString();
    String second = city.order(b, unit).path(0).path("id").asString();
    ok(city.status(first, "ON_SCENE"));
    assertThat(city.incident(a).path("units").path(0).path("status").asString())
        .isEqualTo("ON_SCENE");
    assertThat(city.incident(b).path("units").path(0).path("status").asString())
        .isEqualTo("DISPATCHED");
    ok(city.status(first, "CLEARED"));
    assertThat(city.incident(b).path("units").path(0).path("status").asString())
        .isEqualTo("DISPATCHED");
    assertThat(ok(city.driver.get("/api/units/" + unit)).path("status").asString())
        .isEqualTo("DISPATCHED");
    ok(city.status(second, "CLEARED"));
    assertThat(ok(city.driver.get("/api/units/" + unit)).path("status").asString())
        .isEqualTo("AVAILABLE");
  }

  @Test
  void anIncidentGoesToAnotherAgencyOnlyWhenThatAgencyTakesIt() {
    String incident =
        city.incident(city.call("13900006666", "求助"), "LOST-PERSON", 2, 0, city.north)
            .path("id")
            .asString();
    long version = city.incident(incident).path("version").asLong();
    ok(
        city.driver.post(
            "/api/incidents/" + incident + "/handover",
            body("version", version, "toAgencyId", city.south, "reason", "属南站辖区")));
    assertThat(city.incident(incident).path("agencyId").asString()).isEqualTo(city.north);
    ok(
        city.driver.post(
            "/api/incidents/" + incident + "/handover/accept",
            body("version", city.incident(incident).path("version").asLong())));
    assertThat(city.incident(incident).path("agencyId").asString()).isEqualTo(city.south);
    assertThat(city.figure("HELP-REQUESTS").path("count").asLong()).isEqualTo(1);
  }
}
