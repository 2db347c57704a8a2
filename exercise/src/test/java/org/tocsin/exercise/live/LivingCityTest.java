package org.tocsin.exercise.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.exercise.AppServer;
import org.tocsin.exercise.check.Checker;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/** The city at ×20 on the real server: something to watch, and the board is the database. */
class LivingCityTest {
  private static final Instant EVENING = Instant.parse("2026-03-06T11:00:00Z");

  @Test
  void theCityLivesAndTheBoardIsTheDatabase() {
    try (AppServer server =
        AppServer.start(EVENING, "Asia/Shanghai", "--tocsin.agency-levels=province")) {
      Tocsin tocsin = new Tocsin(server.url(), AppServer.TOKEN, Duration.ofSeconds(30));
      try (LiveBoard board = LiveBoard.open(tocsin)) {
        live(tocsin, 45);
        someThingWorthWatching(tocsin);
        live(tocsin, 15);
        standStill(tocsin);
        Checker checker = new Checker(tocsin);
        assertThat(checker.awaitQuiet(Duration.ofSeconds(60))).isTrue();
        board.awaitRest(Duration.ofSeconds(30));
        List<Finding> findings = checker.check(Snapshot.of(tocsin), board, true);
        assertThat(findings).allSatisfy(f -> assertThat(f.broken()).as(f.print()).isEmpty());
      }
    }
  }

  private static void live(Tocsin tocsin, int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    new LivingCity(tocsin, new LivingCity.Plan(110, 20), Clock.systemUTC(), System.out::println)
        .live(() -> System.nanoTime() < end);
  }

  private static void standStill(Tocsin tocsin) {
    String now = tocsin.get("/api/exercise/clock").path("now").asString();
    String soon = Instant.parse(now).plusSeconds(60).toString();
    tocsin.put("/api/exercise/clock", Tocsin.object().put("instant", soon).put("rate", 0)).send();
  }

  private static void someThingWorthWatching(Tocsin tocsin) {
    List<JsonNode> units = tocsin.all("/api/units?limit=200");
    assertThat(units).hasSize(120);
    assertThat(units.stream().filter(u -> u.path("position").path("lat").isNumber()).count())
        .as("units on the map")
        .isGreaterThan(80);
    assertThat(units).anyMatch(u -> u.path("status").asString().equals("OUT_OF_SERVICE"));
    List<JsonNode> incidents = tocsin.all("/api/incidents?state=all&limit=200");
    assertThat(incidents.size()).as("incidents").isGreaterThan(6);
    assertThat(incidents).noneMatch(i -> Tocsin.absent(i.path("exerciseId")));
    assertThat(incidents).noneMatch(i -> Tocsin.absent(i.path("place").path("precinct")));
    assertThat(incidents).anyMatch(i -> !Tocsin.absent(i.path("instants").path("arrived")));
    List<JsonNode> watch = tocsin.all("/api/duty-shifts?now=true");
    assertThat(watch).as("shifts that run now").hasSizeGreaterThan(24);
    assertThat(watch.stream().map(s -> s.path("agencyId").asString()))
        .as("one watch of an agency at a time")
        .doesNotHaveDuplicates();
    JsonNode roads = tocsin.get("/api/roads/status");
    assertThat(roads.path("edges").asInt()).isGreaterThan(4_000);
  }
}
