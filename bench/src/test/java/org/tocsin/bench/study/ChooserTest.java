package org.tocsin.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.SpeedModel;
import org.tocsin.kernel.Point;

class ChooserTest {
  // One road, a little slanted; station 01 at its west end, 02 at its east end.
  private static final Point WEST = new Point(37.699, -122.50);
  private static final Point EAST = new Point(37.701, -122.40);
  private static final RoadGraph ROAD =
      RoadGraph.build(
          List.of(RoadSegment.plain("1", "A", RoadClass.PRIMARY, "w", "e", List.of(WEST, EAST))),
          SpeedModel.byClass(Map.of(RoadClass.PRIMARY, 36.0)));
  private static final Calibration PLAIN =
      new Calibration(Map.of(), Line.NONE, Line.NONE, 0, 0, 0, 0);

  private static Chooser decide(String... lines) {
    DispatchLog log = Week.of(lines);
    Homes homes = Homes.at(Map.of("01", WEST, "02", EAST));
    Chooser chooser = new Chooser(Fleet.of(log.calls(), homes, Duration.ZERO), ROAD, PLAIN);
    log.calls().forEach(chooser::decide);
    return chooser;
  }

  @Test
  void theNearerFreeUnitIsRecommended() {
    Choice choice =
        decide(
                "c1 E02 ENGINE 01 37.7,-122.49 08:00 08:01 08:11 - 08:30",
                "c2 E01 ENGINE 02 37.7,-122.41 12:00 12:01 12:02 - 12:30")
            .choices()
            .getFirst();
    assertThat(choice.recommended()).isEqualTo("E01");
    assertThat(choice.sent()).isEqualTo("E02");
    assertThat(choice.same()).isFalse();
    assertThat(choice.free()).isEqualTo(2);
    assertThat(choice.observedSeconds()).isEqualTo(600);
    assertThat(choice.recommendedSeconds()).isBetween(80.0, 95.0);
    assertThat(choice.gain()).isBetween(650.0, 750.0);
    assertThat(choice.bothAtHome()).isTrue();
  }

  @Test
  void aBusyUnitIsNotRecommended() {
    List<Choice> choices =
        decide(
                "c1 E01 ENGINE 01 37.7,-122.49 08:00 08:01 08:02 - 09:30",
                "c2 E02 ENGINE 01 37.7,-122.49 08:10 08:11 08:20 - 09:00")
            .choices();
    assertThat(choices.getFirst().same()).isTrue();
    assertThat(choices.getLast().same()).as("E01 is on c1").isTrue();
    assertThat(choices.getLast().free()).isEqualTo(1);
  }

  @Test
  void eachKindIsComparedByItselfAndOneStandsForTheCall() {
    Chooser chooser =
        decide(
            "c1 T02 TRUCK 01 37.7,-122.49 08:00 08:01 08:20 - 08:30",
            "c1 E02 ENGINE 01 37.7,-122.49 08:00 08:01 08:20 - 08:30",
            "c1 E01 ENGINE 01 37.7,-122.49 08:00 08:01 08:20 - 08:30",
            "c1 55 MEDIC 01 37.7,-122.49 08:00 08:01 08:20 - 08:30");
    assertThat(chooser.choices()).extracting(Choice::type).containsExactly("ENGINE", "TRUCK");
    assertThat(chooser.choices()).extracting(Choice::leading).containsExactly(true, false);
    assertThat(chooser.choices().getFirst().sent()).as("the nearer of two sent").isEqualTo("E01");
    assertThat(chooser.notCompared()).isEqualTo(Map.of(Whereabouts.Kind.UNKNOWN, 1));
    assertThat(chooser.leadingNotCompared()).isZero();
  }
}
