package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.Point;

class RoadGraphTest {
  private static final Duration FAR = Duration.ofHours(24);
  private static final SpeedModel SPEEDS =
      SpeedModel.byClass(
          Map.of(RoadClass.PRIMARY, 60.0, RoadClass.RESIDENTIAL, 36.0, RoadClass.SERVICE, 0.0));

  @Test
  void oneTreeAgreesWithASlowSearchOnRandomNetworks() {
    long seed = new Random().nextLong();
    System.out.println("road network seed " + seed);
    Random random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < 20; round++) {
      SlowRoads roads = SlowRoads.random(random);
      RoadGraph graph = RoadGraph.build(roads.segments(), SPEEDS);
      SlowRoads.Spot target = roads.anySpot(random);
      List<SlowRoads.Spot> origins = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        origins.add(roads.anySpot(random));
      }
      List<Optional<RoadTime>> times =
          graph.timesTo(target.point(), origins.stream().map(SlowRoads.Spot::point).toList(), FAR);
      for (int i = 0; i < origins.size(); i++) {
        RoadTime time = times.get(i).orElseThrow();
        if (time.estimated() || time.snapMetres() > 0.5 || !roads.onNetwork(graph, target)) {
          continue; // on a stray piece that one-way streets cut off
        }
        double slow = roads.seconds(SPEEDS, origins.get(i), target);
        assertThat(time.time().toMillis() / 1000.0)
            .as("seed %s round %s origin %s", seed, round, i)
            .isCloseTo(slow, within(0.2 + slow * 0.002));
        compared++;
      }
    }
    assertThat(compared).as("seed %s: most origins can be compared", seed).isGreaterThan(500);
  }

  @Test
  void oneWayStreetsAreDrivenOneWay() {
    Point a = new Point(30, 110);
    Point b = new Point(30, 110.01);
    Point c = new Point(30.01, 110.005);
    RoadGraph graph =
        RoadGraph.build(
            List.of(
                RoadSegment.plain("1", "A", RoadClass.PRIMARY, "a", "b", List.of(a, b))
                    .with(Travel.FORWARD),
                RoadSegment.plain("2", "B", RoadClass.PRIMARY, "b", "c", List.of(b, c)),
                RoadSegment.plain("3", "C", RoadClass.PRIMARY, "c", "a", List.of(c, a))),
            SPEEDS);
    RoadTime along = graph.timesTo(b, List.of(a), FAR).getFirst().orElseThrow();
    RoadTime against = graph.timesTo(a, List.of(b), FAR).getFirst().orElseThrow();
    assertThat(along.metres()).isCloseTo(a.distanceTo(b), within(2.0));
    assertThat(against.metres()).isCloseTo(b.distanceTo(c) + c.distanceTo(a), within(4.0));
  }

  @Test
  void bothOnOneStreetGoStraight() {
    Point a = new Point(30, 110);
    Point b = new Point(30, 110.01);
    RoadGraph graph =
        RoadGraph.build(
            List.of(RoadSegment.plain("1", "A", RoadClass.PRIMARY, "a", "b", List.of(a, b))),
            SPEEDS);
    Point x = new Point(30.0001, 110.002);
    Point y = new Point(30.0001, 110.004);
    RoadTime time = graph.timesTo(y, List.of(x), FAR).getFirst().orElseThrow();
    assertThat(time.metres()).isCloseTo(x.distanceTo(y), within(2.0));
    assertThat(time.snapMetres()).isCloseTo(11, within(1.0));
    assertThat(time.estimated()).isFalse();
  }

  @Test
  void offTheNetworkIsEstimatedAndSaysSo() {
    Point a = new Point(30, 110);
    RoadGraph graph =
        RoadGraph.build(
            List.of(
                RoadSegment.plain(
                    "1", "A", RoadClass.PRIMARY, "a", "b", List.of(a, new Point(30, 110.01)))),
            SPEEDS);
    Point sea = new Point(30.1, 110);
    RoadTime time = graph.timesTo(a, List.of(sea), FAR).getFirst().orElseThrow();
    assertThat(time.estimated()).isTrue();
    assertThat(time.metres()).isCloseTo(a.distanceTo(sea) * 1.4, within(1.0));
    assertThat(graph.timesTo(sea, List.of(a), FAR).getFirst().orElseThrow().estimated()).isTrue();
    assertThat(graph.timesTo(a, List.of(sea), Duration.ofMinutes(1)).getFirst()).isEmpty();
  }

  @Test
  void loopsAndEmptyNetworksDoNotBreakIt() {
    assertThat(RoadGraph.build(List.of(), SPEEDS).edges()).isZero();
    Point a = new Point(30, 110);
    assertThat(
            RoadGraph.build(List.of(), SPEEDS)
                .timesTo(a, List.of(a), FAR)
                .getFirst()
                .orElseThrow()
                .estimated())
        .isTrue();
    List<Point> ring =
        List.of(a, new Point(30.001, 110), new Point(30.001, 110.001), new Point(30, 110.001), a);
    RoadGraph graph =
        RoadGraph.build(
            List.of(RoadSegment.plain("ring", "R", RoadClass.PRIMARY, "a", "a", ring)), SPEEDS);
    assertThat(graph.edges()).isEqualTo(2);
    RoadTime time = graph.timesTo(ring.get(2), List.of(a), FAR).getFirst().orElseThrow();
    assertThat(time.metres()).isCloseTo(Lines.length(ring) / 2, within(3.0));
  }

  @Test
  void routeHasTimeLengthAndLine() {
    Point a = new Point(30, 110);
    Point b = new Point(30, 110.01);
    Point c = new Point(30.01, 110.01);
    RoadGraph graph =
        RoadGraph.build(
            List.of(
                RoadSegment.plain("1", "A", RoadClass.PRIMARY, "a", "b", List.of(a, b)),
                RoadSegment.plain("2", "B", RoadClass.RESIDENTIAL, "b", "c", List.of(b, c))),
            SPEEDS);
    RoadRoute route = graph.route(a, c).orElseThrow();
    assertThat(route.line()).hasSize(3);
    assertThat(route.metres()).isCloseTo(a.distanceTo(b) + b.distanceTo(c), within(5.0));
    double seconds = a.distanceTo(b) / (60 / 3.6) + b.distanceTo(c) / 10;
    assertThat(route.time().toMillis() / 1000.0).isCloseTo(seconds, within(1.0));
  }
}
