package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/**
 * A district with two stations and everybody who may be needed, made when first named: {@code
 * officer2} is the second station officer of the north station, {@code officer1@south} one of the
 * south station, {@code chief1} one of the district.
 */
final class Town {
  /** Somebody who has signed in. */
  record Person(String word, UUID id, String role, AgencyId agency, Http http) {}

  private static final Pattern WORD = Pattern.compile("([a-z]+)(\\d+)(?:@([a-z]+))?");

  /** Short word → role and where they work if it is not said. */
  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("officer", "station-officer@north"),
          Map.entry("traffic", "traffic-officer@north"),
          Map.entry("clerk", "window-clerk@north"),
          Map.entry("aux", "auxiliary@north"),
          Map.entry("keeper", "property-keeper@north"),
          Map.entry("taker", "call-taker@district"),
          Map.entry("commander", "duty-commander@district"),
          Map.entry("chief", "chief@district"),
          Map.entry("supervisor", "supervisor@district"),
          Map.entry("reviewer", "legal-reviewer@district"),
          Map.entry("complaints", "complaint-officer@district"),
          Map.entry("fund", "fund-manager@district"),
          Map.entry("admin", "system-administrator@root"));

  final Http driver;
  private final int port;
  private final People people;
  private final MovableClock real;
  private final Map<String, AgencyId> agencies = new HashMap<>();
  private final Map<String, Person> persons = new HashMap<>();

  Town(int port, People people, MovableClock real) {
    this.port = port;
    this.people = people;
    this.real = real;
    this.driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    AgencyId root = people.root().id();
    AgencyId district = people.agency(root, "海港分局").id();
    agencies.put("root", root);
    agencies.put("district", district);
    agencies.put("north", people.agency(district, "码头派出所").id());
    agencies.put("south", people.agency(district, "盐场派出所").id());
  }

  AgencyId agency(String word) {
    AgencyId id = agencies.get(word);
    assertThat(id).as(word).isNotNull();
    return java.util.Objects.requireNonNull(id);
  }

  /** Who goes by that word; made and signed in at the first call. */
  synchronized Person person(String word) {
    Person known = persons.get(word);
    if (known == null) {
      known = arrive(word);
      persons.put(word, known);
    }
    return known;
  }

  private Person arrive(String word) {
    Matcher m = WORD.matcher(word);
    assertThat(m.matches()).as(word).isTrue();
    String[] role = ROLES.getOrDefault(m.group(1), "").split("@");
    AgencyId agency = agency(m.group(3) == null ? role[1] : m.group(3));
    People.Person made = people.officer(agency, role[0]);
    Http http = new Http(port);
    Http.Answer session = http.signIn(made.signInName(), People.PASSWORD);
    assertThat(session.status()).as("%s", session.body()).isEqualTo(200);
    if (session.body().path("secondFactor").asString().equals("ENROLL")) {
      String secret = http.post("/api/me/totp", Map.of()).body().path("secret").asString();
      String code = people.code(secret, real.instant());
      assertThat(http.post("/api/me/totp/confirm", Map.of("code", code)).status()).isEqualTo(204);
    }
    return new Person(word, made.id().value(), role[0], agency, http);
  }

  Instant now() {
    return Instant.parse(driver.get("/api/exercise/clock").body().path("now").asString());
  }

  /** Moves the clock of the instance on. */
  void pass(Duration time) {
    Http.Answer moved =
        driver.put(
            "/api/exercise/clock", Map.of("instant", now().plus(time).toString(), "rate", 0));
    assertThat(moved.status()).as("%s", moved.body()).isBetween(200, 299);
  }

  /** The answer's body; the request must have gone well. */
  static JsonNode ok(Http.Answer answer) {
    assertThat(answer.status()).as("%s", answer.raw().body()).isBetween(200, 299);
    return answer.body();
  }
}
