package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.app.registry.places.PlaceIndex;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.Quantiles;

/** On a real city: how many real callers' addresses are found, and how fast all of it is. */
class SanFranciscoTest {
  @Test
  void addressesOfARealWeekAreLocated() {
    List<SanFrancisco.Call> calls = SanFrancisco.calls();
    PlaceIndex index = PlaceIndex.build(PlaceData.ofStreets(SanFrancisco.streets()));
    int near = 0;
    int none = 0;
    List<Long> metres = new ArrayList<>();
    List<String> far = new ArrayList<>();
    for (SanFrancisco.Call call : calls) {
      List<Candidate> found = index.search(call.address(), null, 5);
      if (found.isEmpty()) {
        none++;
        far.add("none: " + call.address());
        continue;
      }
      double off = found.getFirst().point().distanceTo(call.point());
      metres.add(Math.round(off));
      if (off <= 150) {
        near++;
      } else {
        far.add(
            "%.0f m: %s -> %s %.2f"
                .formatted(
                    off, call.address(), found.getFirst().label(), found.getFirst().score()));
      }
    }
    long[] sorted = metres.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%d calls: %d (%.2f%%) within 150 m, %d not found; metres median %d, p90 %d, p99 %d%n",
        calls.size(),
        near,
        100.0 * near / calls.size(),
        none,
        Quantiles.nearestRank(sorted, 0.5).orElseThrow(),
        Quantiles.nearestRank(sorted, 0.9).orElseThrow(),
        Quantiles.nearestRank(sorted, 0.99).orElseThrow());
    far.stream()
        .sorted()
        .distinct()
        .limit(Integer.getInteger("show", 0))
        .forEach(System.out::println);
    assertThat(near).isGreaterThan(calls.size() * 95 / 100);
  }

  @Test
  void typingIsFollowedFast() {
    PlaceIndex index = PlaceIndex.build(PlaceData.ofStreets(SanFrancisco.streets()));
    Random random = new Random(7);
    List<SanFrancisco.Call> calls = SanFrancisco.calls();
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      String address = calls.get(random.nextInt(calls.size())).address();
      for (int end = 1; end <= address.length(); end += 2) {
        long start = System.nanoTime();
        index.search(address.substring(0, end), null, 10);
        micros.add((System.nanoTime() - start) / 1000);
      }
    }
    report("type-ahead", micros.subList(micros.size() / 3, micros.size()));
  }

  @Test
  void fiveHundredUnitsAreAnsweredByOneSearch() {
    List<RoadSegment> streets = SanFrancisco.streets();
    long start = System.nanoTime();
    RoadGraph graph = RoadGraph.build(streets, SanFrancisco.speeds().model());
    System.out.printf(
        "graph: %d nodes, %d edges, built in %d ms%n",
        graph.nodes(), graph.edges(), (System.nanoTime() - start) / 1_000_000);
    List<Point> places = SanFrancisco.calls().stream().map(SanFrancisco.Call::point).toList();
    Random random = new Random(7);
    List<Long> micros = new ArrayList<>();
    int estimated = 0;
    for (int round = 0; round < 600; round++) {
      List<Point> units = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        Point p = places.get(random.nextInt(places.size()));
        units.add(new Point(p.lat() + random.nextGaussian() * 1e-3, p.lon()));
      }
      long before = System.nanoTime();
      var times =
          graph.timesTo(places.get(random.nextInt(places.size())), units, Duration.ofHours(1));
      micros.add((System.nanoTime() - before) / 1000);
      estimated += (int) times.stream().filter(t -> t.isPresent() && t.get().estimated()).count();
    }
    System.out.println("estimated of 300000: " + estimated);
    report("500 units", micros.subList(200, 600));
  }

  private static void report(String what, List<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%s: %d, microseconds p50 %d, p95 %d, p99 %d, max %d%n",
        what,
        sorted.length,
        Quantiles.nearestRank(sorted, 0.5).orElseThrow(),
        Quantiles.nearestRank(sorted, 0.95).orElseThrow(),
        Quantiles.nearestRank(sorted, 0.99).orElseThrow(),
        Arrays.stream(sorted).max().orElseThrow());
  }
}
