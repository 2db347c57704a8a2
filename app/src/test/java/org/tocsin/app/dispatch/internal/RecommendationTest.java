package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.Positions;
import org.tocsin.app.dispatch.RecommendationView;
import org.tocsin.app.dispatch.RecommendationView.Candidate;
import org.tocsin.app.dispatch.Recommendations;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.Point;

@TocsinTest
@Import(World.class)
class RecommendationTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Recommendations recommendations;
  @Autowired Positions positions;
  @Autowired Units units;
  @Autowired RoadTimes roads;

  private Actor zhou = Actor.system("unset");

  @BeforeEach
  void dispatcher() {
    zhou = world.officer(world.agency(port, null), "周调度");
  }

  private RecommendationView recommend(IncidentView incident) {
    return Acting.as(zhou, () -> recommendations.forIncident(incident.id()));
  }

  private static Point north(double metres) {
    return new Point(World.CENTRE.lat() + metres / 111_195, World.CENTRE.lon());
  }

  @Test
  void theSoonestFreeUnitIsRecommendedWithReasonsAPersonUnderstands() {
    UnitView near = world.unit(zhou, "PATROL", north(500));
    UnitView far = world.unit(zhou, "PATROL", north(5_000));
    RecommendationView view = recommend(world.incident(zhou, "ROBBERY", 3));
    assertThat(view.candidates())
        .extracting(Candidate::unitId)
        .containsExactly(near.id(), far.id());
    Candidate first = view.candidates().getFirst();
    assertThat(first.recommended()).isTrue();
    assertThat(first.reasons()).extracting(Text::en).anyMatch(r -> r.contains("from its home"));
    assertThat(first.reasons()).extracting(Text::zh).contains("待命");
    assertThat(view.candidates().get(1).recommended()).isFalse();
    assertThat(view.requirement()).hasSize(1);
  }

  @Test
  void aLivePositionCountsMoreThanHomeUntilItIsOld() {
    UnitView rover = world.unit(zhou, "PATROL", north(9_000));
    UnitView house = world.unit(zhou, "PATROL", north(3_000));
    Positions.Report here =
        new Positions.Report(
            rover.id(), null, north(100).lat(), north(100).lon(), null, null, null);
    Acting.as(zhou, () -> positions.report(List.of(here)));
    IncidentView incident = world.incident(zhou, "ROBBERY", 3);
    assertThat(recommend(incident).candidates().getFirst().unitId()).isEqualTo(rover.id());
    world.pass(Duration.ofMinutes(31));
    assertThat(recommend(incident).candidates().getFirst().unitId()).isEqualTo(house.id());
  }

  @Test
  void aUnitOnTheWayToLesserWorkMayBeDivertedButNotOneOnScene() {
    UnitView busy = world.unit(zhou, "PATROL", north(100));
    UnitView there = world.unit(zhou, "PATROL", north(50));
    UnitView free = world.unit(zhou, "PATROL", north(30_000));
    IncidentView minor = world.incident(zhou, "NOISE", 4);
    world.order(zhou, minor, busy);
    IncidentView other = world.incident(zhou, "NOISE", 4);
    var a = world.order(zhou, other, there).getFirst();
    Acting.as(
        zhou,
        () ->
            world
                .orders()
                .report(a.id(), org.tocsin.app.dispatch.AssignmentStatus.ON_SCENE, null, null));
    RecommendationView urgent = recommend(world.incident(zhou, "ROAD-CLEAR", 1));
    assertThat(urgent.candidates())
        .extracting(Candidate::unitId)
        .containsExactly(busy.id(), free.id());
    assertThat(urgent.candidates().getFirst().divertFrom()).isEqualTo(minor.id());
    RecommendationView calm = recommend(world.incident(zhou, "ROAD-CLEAR", 3));
    assertThat(calm.candidates()).extracting(Candidate::unitId).containsExactly(free.id());
  }

  @Test
  void unitsSentCountAgainstTheCard() {
    UnitView one = world.unit(zhou, "PATROL", north(100));
    UnitView two = world.unit(zhou, "PATROL", north(200));
    world.unit(zhou, "PATROL", north(300));
    IncidentView incident = world.incident(zhou, "ROBBERY", 1);
    assertThat(recommend(incident).requirement().getFirst().count()).isEqualTo(2);
    world.order(zhou, incident, one, two);
    RecommendationView after = recommend(incident);
    assertThat(after.requirement().getFirst().already()).isEqualTo(2);
    assertThat(after.requirement().getFirst().missing()).isZero();
  }

  @Test
  void withFiveHundredUnitsItEqualsASlowObviousAnswer() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<UnitView> fleet = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Point home = new Point(37.70 + random.nextDouble() / 10, -122.50 + random.nextDouble() / 10);
      fleet.add(world.unit(zhou, "PATROL", home));
    }
    for (int round = 0; round < 20; round++) {
      Point place = new Point(37.70 + random.nextDouble() / 10, -122.50 + random.nextDouble() / 10);
      IncidentView incident = world.incident(zhou, "ROAD-CLEAR", 3, place);
      UnitView best =
          fleet.stream()
              .min(
                  Comparator.comparing((UnitView u) -> seconds(u, place))
                      .thenComparing(UnitView::callSign)
                      .thenComparing(u -> u.id().value()))
              .orElseThrow();
      RecommendationView view = recommend(incident);
      assertThat(view.candidates().getFirst().unitId())
          .as("seed %d round %d", seed, round)
          .isEqualTo(best.id());
    }
  }

  /** One search for each unit: slow and obvious. */
  private long seconds(UnitView unit, Point place) {
    Point home = java.util.Objects.requireNonNull(unit.home());
    Optional<RoadTime> time = roads.to(place, List.of(home), Duration.ofHours(2)).getFirst();
    return time.map(t -> t.time().toSeconds()).orElse(Long.MAX_VALUE);
  }
}
