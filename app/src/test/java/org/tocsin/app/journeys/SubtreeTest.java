package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.body;
import static org.tocsin.app.journeys.City.ok;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/**
 * A user sees and commands their own subtree only, on every kind of read and write: bureau,
 * district, stations.
 */
@StaffTest
class SubtreeTest {
  @LocalServerPort int port;
  @Autowired People people;
  private City city;

  @BeforeEach
  void city() {
    city = new City(port);
  }

  private Http officer(String agency, String role) {
    Http http = new Http(port);
    String name = people.officer(AgencyId.of(agency), role).signInName();
    assertThat(http.signIn(name, People.PASSWORD).status()).isEqualTo(200);
    return http;
  }

  private static List<String> ids(Http.Answer answer, String path) {
    List<String> ids = new ArrayList<>();
    JsonNode body = ok(answer);
    (body.isArray() ? body : body.path("items")).forEach(row -> ids.add(row.at(path).asString()));
    return ids;
  }

  @Test
  void eachLevelSeesItsOwnAndNoNeighbours() {
    String unit = city.unit("S1", "PATROL", city.north, 100);
    String other = city.unit("S2", "PATROL", city.south, 200);
    JsonNode call = city.call("13700000001", "打架");
    String incident = city.incident(call, "BRAWL", 3, 0, city.north).path("id").asString();
    String order = city.order(incident, unit).path(0).path("id").asString();

    for (Http sees :
        List.of(officer(city.north, "dispatcher"), officer(city.district, "dispatcher"))) {
      assertThat(ids(sees.get("/api/incidents?state=open&limit=200"), "/id")).contains(incident);
      assertThat(sees.get("/api/incidents/" + incident).status()).isEqualTo(200);
      assertThat(ids(sees.get("/api/units?limit=200"), "/id")).contains(unit);
    }
    Http neighbour = officer(city.south, "dispatcher");
    assertThat(ids(neighbour.get("/api/incidents?state=open&limit=200"), "/id"))
        .doesNotContain(incident);
    assertThat(ids(neighbour.get("/api/units?limit=200"), "/id"))
        .contains(other)
        .doesNotContain(unit);
    assertThat(ids(neighbour.get("/api/alerts"), "/incidentId")).doesNotContain(incident);
    for (String path :
        List.of(
            "/api/incidents/" + incident,
            "/api/incidents/" + incident + "/timeline",
            "/api/incidents/" + incident + "/assignments",
            "/api/incidents/" + incident + "/recommendation",
            "/api/units/" + unit,
            "/api/calls/" + call.path("id").asString())) {
      assertThat(neighbour.get(path).status()).as(path).isEqualTo(404);
    }
    String near =
        "/api/incidents/likely?typeCode=BRAWL&lat=%s&lon=%s".formatted(City.lat(0), City.LON);
    assertThat(ids(neighbour.get(near), "/incident/id")).doesNotContain(incident);
    assertThat(
            neighbour
                .post("/api/assignments/" + order + "/status", body("status", "ON_SCENE"))
                .status())
        .isEqualTo(404);
    assertThat(neighbour.post("/api/incidents/" + incident + "/notes", body("text", "x")).status())
        .isEqualTo(404);
    Http north = officer(city.north, "dispatcher");
    Http.Answer foreign =
        north.post(
            "/api/incidents/" + incident + "/orders",
            body("unitIds", List.of(other), "reason", "x"));
    assertThat(foreign.status()).as(foreign.raw().body()).isIn(403, 404);
  }

  @Test
  void aUnitLentToANeighbourShowsItsOwnStationTheIncident() {
    String lent = city.unit("S3", "PATROL", city.south, 100);
    String incident =
        city.incident(city.call("13700000002", "x"), "BRAWL", 3, 0, city.north)
            .path("id")
            .asString();
    Http south = officer(city.south, "dispatcher");
    assertThat(south.get("/api/incidents/" + incident).status()).isEqualTo(404);
    city.order(incident, lent);
    assertThat(south.get("/api/incidents/" + incident).status()).isEqualTo(200);
  }

  @Test
  void rolesBoundWhatOneMayDoWithinSight() {
    String incident =
        city.incident(city.call("13700000003", "x"), "NOISE", 3, 0, city.north)
            .path("id")
            .asString();
    String unit = city.unit("S4", "PATROL", city.north, 100);
    Http taker = officer(city.north, "call-taker");
    assertThat(taker.get("/api/incidents/" + incident).status()).isEqualTo(200);
    assertThat(
            taker
                .post("/api/incidents/" + incident + "/orders", body("unitIds", List.of(unit)))
                .code())
        .isEqualTo("FORBIDDEN");
    assertThat(taker.get("/api/audit").code()).isEqualTo("FORBIDDEN");
    assertThat(
            taker.post("/api/agencies", body("code", "X", "nameZh", "x", "nameEn", "x")).status())
        .isEqualTo(403);
  }
}
