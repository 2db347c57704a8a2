package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Quickest ways along the city's streets, by Dijkstra's search. Safe for use by several threads.
 */
public final class RoadMap {
  /** What a crossing costs on the way, so that small streets are no short cut. */
  private static final double CROSSING_SECONDS = 4;

  private final City city;
  private final int size;

  public RoadMap(City city) {
    this.city = city;
    this.size = city.crossings().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
  }

  private record Reached(int crossing, double seconds) {}

  /** The quickest way; every place of a city can be reached from every other. */
  public Way way(Spot from, Spot to) {
    if (from.block().id() == to.block().id()) {
      return new Way(List.of(new Way.Leg(from.block(), from.share(), to.share())));
    }
    double[] best = new double[size];
    Block[] by = new Block[size];
    Arrays.fill(best, Double.MAX_VALUE);
    PriorityQueue<Reached> queue =
        new PriorityQueue<>((a, b) -> Double.compare(a.seconds(), b.seconds()));
    begin(queue, best, from.block().from(), seconds(from.block(), from.share()));
    begin(queue, best, from.block().to(), seconds(from.block(), 1 - from.share()));
    int left = 2;
    for (Reached at = queue.poll(); at != null && left > 0; at = queue.poll()) {
      if (at.seconds() > best[at.crossing()]) {
        continue;
      }
      left -= at.crossing() == to.block().from() || at.crossing() == to.block().to() ? 1 : 0;
      for (Block block : city.at(at.crossing())) {
        int other = block.from() == at.crossing() ? block.to() : block.from();
        double seconds = at.seconds() + seconds(block, 1) + CROSSING_SECONDS;
        if (seconds < best[other]) {
          best[other] = seconds;
          by[other] = block;
          queue.add(new Reached(other, seconds));
        }
      }
    }
    double first = best[to.block().from()] + seconds(to.block(), to.share());
    double last = best[to.block().to()] + seconds(to.block(), 1 - to.share());
    return back(from, to, by, first <= last);
  }

  private static void begin(
      PriorityQueue<Reached> queue, double[] best, int crossing, double seconds) {
    best[crossing] = seconds;
    queue.add(new Reached(crossing, seconds));
  }

  private static Way back(Spot from, Spot to, Block[] by, boolean first) {
    List<Way.Leg> legs = new ArrayList<>();
    legs.add(new Way.Leg(to.block(), first ? 0 : 1, to.share()));
    int at = first ? to.block().from() : to.block().to();
    for (Block block = by[at]; block != null; block = by[at]) {
      boolean forward = block.to() == at;
      legs.add(new Way.Leg(block, forward ? 0 : 1, forward ? 1 : 0));
      at = forward ? block.from() : block.to();
    }
    legs.add(new Way.Leg(from.block(), from.share(), at == from.block().to() ? 1 : 0));
    Collections.reverse(legs);
    return new Way(legs);
  }

  private static double seconds(Block block, double share) {
    return share * block.metres() / block.kind().metresPerSecond();
  }
}
