package org.tocsin.exercise.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tocsin.kernel.Point;

class CityTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final City CITY = City.of(110);

  @Test
  void theSameSeedIsTheSameCityToTheLastByteAndAnotherSeedIsAnother() {
    List<CityFiles.File> once = CityFiles.of(City.of(110), 110);
    List<CityFiles.File> again = CityFiles.of(City.of(110), 110);
    assertThat(once).hasSize(5);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).content()).isEqualTo(once.get(i).content());
    }
    assertThat(CityFiles.of(City.of(7), 7).getFirst().content())
        .isNotEqualTo(once.getFirst().content());
    assertThat(Fleet.of(CITY, 110)).isEqualTo(Fleet.of(City.of(110), 110));
  }

  @Test
  void thousandsOfBlocksHangTogether() {
    assertThat(CITY.blocks()).hasSizeBetween(4_000, 6_500);
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(CITY.blocks().getFirst().from()));
    while (!next.isEmpty()) {
      int at = next.poll();
      if (reached.add(at)) {
        CITY.at(at).forEach(b -> next.add(b.from() == at ? b.to() : b.from()));
      }
    }
    assertThat(reached).isEqualTo(CITY.crossings());
  }

  @Test
  void everyBlockLiesInExactlyOnePrecinctAndThatOneIsItsOwn() {
    List<Geometry> grounds =
        CITY.precincts().stream()
            .map(p -> p.outline().stream().map(CityTest::coordinate).toArray(Coordinate[]::new))
            .<Geometry>map(SHAPES::createPolygon)
            .toList();
    assertThat(grounds).hasSize(24).allMatch(Geometry::isValid);
    for (Block b : CITY.blocks()) {
      Geometry middle = SHAPES.createPoint(coordinate(b.at(0.5)));
      List<Integer> in = new ArrayList<>();
      for (int p = 0; p < grounds.size(); p++) {
        if (grounds.get(p).covers(middle)) {
          in.add(p);
        }
      }
      assertThat(in).as(b.street() + " " + b.id()).containsExactly(b.precinct());
    }
    double whole = SHAPES.buildGeometry(grounds).union().getArea();
    double parts = grounds.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(parts / whole).as("no overlap, no gap").isBetween(0.999999, 1.000001);
  }

  private static Coordinate coordinate(Point p) {
    return new Coordinate(p.lon(), p.lat());
  }

  @Test
  void aHouseNumberOccursOnceInItsStreetAndStreetsHaveChineseNames() {
    Map<String, Set<Integer>> first = new HashMap<>();
    for (Block b : CITY.blocks()) {
      assertThat(first.computeIfAbsent(b.street(), s -> new HashSet<>()).add(b.first())).isTrue();
      assertThat(b.street()).matches("\\p{IsHan}{3,5}").matches(".*[路街巷]");
    }
    assertThat(first.size()).isGreaterThan(500);
  }

  @Test
  void aHundredAndTwentyUnitsStandAtAgenciesOfTheDemonstration() throws java.io.IOException {
    List<Post> posts = Fleet.of(CITY, 110);
    assertThat(posts).hasSize(120);
    assertThat(posts.stream().map(Post::callSign).distinct()).hasSize(120);
    String agencies =
        new String(
            java.nio.file.Files.readAllBytes(java.nio.file.Path.of("../packs/demo-agencies.yaml")),
            StandardCharsets.UTF_8);
    for (Post post : posts) {
      assertThat(agencies).contains("code: " + post.agencyCode());
    }
    for (Precinct p : CITY.precincts()) {
      assertThat(agencies).contains("code: " + p.code() + ", zh: " + p.station() + "派出所");
      assertThat(agencies).contains("zh: " + p.district() + "分局");
    }
    String types =
        java.nio.file.Files.readString(java.nio.file.Path.of("../packs/unit-types.yaml"));
    assertThat(posts).allMatch(p -> types.contains("code: " + p.typeCode() + ","));
  }

  @Test
  void demandIsTheSameForTheSameSeedAndFollowsTheRealWeeksHours() {
    Demand demand = new Demand(110, CITY, Rates.shipped(), Story.book());
    Demand again = new Demand(110, City.of(110), Rates.shipped(), Story.book());
    Instant monday = Instant.parse("2026-03-01T16:00:00Z");
    Instant end = monday.plus(Duration.ofDays(7));
    List<PlannedCall> week = demand.between(monday, end);
    assertThat(again.between(monday, end)).isEqualTo(week);
    double expected =
        7 * Story.book().scale() * Rates.shipped().perHour().stream().mapToDouble(h -> h).sum();
    long firsts = week.stream().filter(c -> c.about() == null).count();
    assertThat((double) firsts).isBetween(expected * 0.93, expected * 1.07);
    assertThat(perHour(week, 4) * 10).isLessThan(perHour(week, 18) * 7);
    assertThat(week).anyMatch(PlannedCall::hangsUp).anyMatch(PlannedCall::isNuisance);
    for (PlannedCall call : week) {
      assertThat(demand.find(call.reference())).isEqualTo(call);
      assertThat(call.says()).doesNotContain("{place}");
      assertThat(demand.first(call).where()).isEqualTo(call.where());
    }
  }

  private static long perHour(List<PlannedCall> calls, int hour) {
    return calls.stream().filter(c -> c.at().atZone(Demand.ZONE).getHour() == hour).count();
  }
}
