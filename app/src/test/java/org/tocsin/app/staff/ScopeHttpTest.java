package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/** Nobody sees or commands anything outside their own subtree, on any list and any write. */
@StaffTest
class ScopeHttpTest {
  @LocalServerPort int port;
  @Autowired People people;

  private Agency east = new Agency(AgencyId.next(), "X", null, 0, "x", "x", 1);
  private Agency west = east;
  private Agency eastStation = east;
  private Agency westStation = east;

  @BeforeEach
  void agencies() {
    AgencyId root = people.root().id();
    east = people.agency(root, "东区分局");
    west = people.agency(root, "西区分局");
    eastStation = people.agency(east.id(), "东一所");
    westStation = people.agency(west.id(), "西一所");
  }

  private Http signedIn(People.Person person) {
    Http http = new Http(port);
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
    return http;
  }

  private Http driver() {
    return new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private static List<String> all(Http.Answer page, String field) {
    assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
    JsonNode items = page.body().isArray() ? page.body() : page.body().path("items");
    return items.valueStream().map(i -> i.path(field).asString()).toList();
  }

  @Test
  void agenciesAreOnesOwnAndTheWayUp() {
    Http http = signedIn(people.officer(east.id(), "dispatcher"));
    assertThat(all(http.get("/api/agencies"), "id"))
        .containsExactly(
            people.root().id().toString(), east.id().toString(), eastStation.id().toString());
  }

  @Test
  void officersOfOthersDoNotExist() {
    People.Person mine = people.officer(eastStation.id(), "station-officer");
    People.Person other = people.officer(westStation.id(), "station-officer");
    Http http = signedIn(people.officer(east.id(), "dispatcher"));
    assertThat(all(http.get("/api/officers?limit=200"), "id"))
        .contains(mine.id().toString())
        .doesNotContain(other.id().toString());
    assertThat(all(http.get("/api/officers?agency=" + west.id()), "id")).isEmpty();
    assertThat(all(http.get("/api/officers?q=" + other.signInName()), "id"))
        .doesNotContain(other.id().toString());
    assertThat(http.get("/api/officers/" + other.id()).status()).isEqualTo(404);
    assertThat(http.get("/api/officers/" + mine.id()).status()).isEqualTo(200);
    assertThat(
            http.patch("/api/officers/" + mine.id(), Map.of("version", 1, "displayName", "改名"))
                .code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void pagesOfOfficersHoldEachOneOnce() {
    for (int i = 0; i < 7; i++) {
      people.officer(eastStation.id(), "station-officer");
    }
    Http http = signedIn(people.officer(eastStation.id(), "station-officer"));
    Http.Answer page = http.get("/api/officers?limit=3");
    List<String> seen = new java.util.ArrayList<>(all(page, "id"));
    while (!page.body().path("next").isNull()) {
      page = http.get("/api/officers?limit=3&after=" + page.body().path("next").asString());
      seen.addAll(all(page, "id"));
    }
    assertThat(seen).hasSize(8).doesNotHaveDuplicates();
  }

  private Http.Answer shift(Http http, Agency agency, String from, String to, UUID officer) {
    return http.post(
        "/api/duty-shifts",
        Map.of(
            "agencyId", agency.id().toString(),
            "startsAt", from,
            "endsAt", to,
            "officers", List.of(officer.toString()),
            "callSigns", List.of("E-1")));
  }

  @Test
  void shiftsAreOnesOwnAndAnOfficerIsOnOneAtATime() {
    UUID mine = people.officer(eastStation.id(), "station-officer").id().value();
    UUID other = people.officer(westStation.id(), "station-officer").id().value();
    String eight = "2030-03-01T00:00:00Z";
    String noon = "2030-03-01T04:00:00Z";
    String six = "2030-03-01T10:00:00Z";
    Http.Answer made = shift(driver(), eastStation, eight, noon, mine);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(shift(driver(), westStation, eight, noon, other).status()).isEqualTo(201);
    assertThat(shift(driver(), eastStation, "2030-03-01T03:59:59Z", six, mine).code())
        .isEqualTo("SHIFT_OVERLAP");
    assertThat(shift(driver(), eastStation, noon, six, mine).status()).isEqualTo(201);

    Http http = signedIn(people.officer(eastStation.id(), "station-officer"));
    String span = "?from=2030-02-28T00:00:00Z&to=2030-03-02T00:00:00Z";
    assertThat(all(http.get("/api/duty-shifts" + span), "agencyId"))
        .containsExactly(eastStation.id().toString(), eastStation.id().toString());
    assertThat(shift(http, westStation, noon, six, other).status()).isEqualTo(404);
    String path = "/api/duty-shifts/" + made.body().path("id").asString();
    assertThat(
            signedIn(people.officer(westStation.id(), "station-officer"))
                .delete(path + "?version=1")
                .status())
        .isEqualTo(404);
    assertThat(http.delete(path + "?version=7").code()).isEqualTo("STALE");
    assertThat(http.delete(path + "?version=1").status()).isEqualTo(204);
  }

  @Test
  void whoIsOnNowFollowsTheClockOfTheInstance() {
    UUID mine = people.officer(eastStation.id(), "station-officer").id().value();
    assertThat(
            shift(driver(), eastStation, "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z", mine)
                .status())
        .isEqualTo(201);
    Http.Answer clock = driver().get("/api/exercise/clock");
    java.time.Instant now = java.time.Instant.parse(clock.body().path("now").asString());
    String on = now.minusSeconds(60).toString();
    assertThat(shift(driver(), eastStation, on, now.plusSeconds(3600).toString(), mine).status())
        .isEqualTo(201);
    Http http = signedIn(people.officer(eastStation.id(), "station-officer"));
    assertThat(all(http.get("/api/duty-shifts?now=true"), "startsAt")).containsExactly(on);
  }

  @Test
  void exercisesAreOnesOwn() {
    Http.Answer citys = driver().post("/api/exercises", Map.of("name", "全市演练"));
    assertThat(citys.status()).isEqualTo(201);
    Http http = signedIn(people.officer(east.id(), "dispatcher"));
    assertThat(all(http.get("/api/exercises"), "id"))
        .doesNotContain(citys.body().path("id").asString());
  }

  @Test
  void aRoleTakenAwayAndAnAccountShutCountFromTheNextRequest() {
    People.Person person = people.officer(eastStation.id(), "station-officer");
    Http http = signedIn(person);
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
    Http.Answer shut =
        driver().patch("/api/officers/" + person.id(), Map.of("version", 1, "disabled", true));
    assertThat(shut.status()).as(shut.body().toString()).isEqualTo(200);
    assertThat(http.get("/api/agencies").status()).isEqualTo(401);
    assertThat(new Http(port).signIn(person.signInName(), People.PASSWORD).code())
        .isEqualTo("SIGN_IN_FAILED");
  }

  @Test
  void anOfficerWhoMovesSeesTheNewSubtreeOnly() {
    People.Person person = people.officer(eastStation.id(), "station-officer");
    Http http = signedIn(person);
    driver()
        .patch(
            "/api/officers/" + person.id(),
            Map.of("version", 1, "agencyId", westStation.id().toString()));
    assertThat(all(http.get("/api/agencies"), "id"))
        .contains(westStation.id().toString())
        .doesNotContain(eastStation.id().toString());
  }
}
