package org.tocsin.app.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tocsin.kernel.Point;

/** A random network and the obvious way to search it: relax every edge until nothing changes. */
record SlowRoads(List<RoadSegment> segments) {

  /** A place on a segment, at a fraction of it. */
  record Spot(RoadSegment segment, double fraction) {
    Point point() {
      return Lines.along(segment.line(), fraction);
    }
  }

  /** A grid with shaken crossings, some streets missing, some one-way, some bent. */
  static SlowRoads random(Random random) {
    int size = 4 + random.nextInt(6);
    Point[][] at = new Point[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        at[i][j] =
            new Point(
                30 + i * 0.002 + random.nextDouble() * 0.0006,
                110 + j * 0.002 + random.nextDouble() * 0.0006);
      }
    }
    List<RoadSegment> segments = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (i + 1 < size) {
          add(segments, random, i + "," + j, (i + 1) + "," + j, at[i][j], at[i + 1][j]);
        }
        if (j + 1 < size) {
          add(segments, random, i + "," + j, i + "," + (j + 1), at[i][j], at[i][j + 1]);
        }
      }
    }
    return new SlowRoads(segments);
  }

  private static void add(
      List<RoadSegment> segments, Random random, String from, String to, Point a, Point b) {
    if (random.nextDouble() < 0.1) {
      return;
    }
    List<Point> line =
        random.nextBoolean()
            ? List.of(a, b)
            : List.of(
                a,
                new Point((a.lat() + b.lat()) / 2 + 0.0001, (a.lon() + b.lon()) / 2 + 0.0001),
                b);
    RoadClass roadClass = random.nextBoolean() ? RoadClass.PRIMARY : RoadClass.RESIDENTIAL;
    Travel[] ways = {Travel.BOTH, Travel.BOTH, Travel.BOTH, Travel.FORWARD, Travel.BACKWARD};
    segments.add(
        RoadSegment.plain(from + ">" + to, "S", roadClass, from, to, line)
            .with(ways[random.nextInt(ways.length)]));
  }

  /** Not near a crossing, where it would not be clear which street a place is put on. */
  Spot anySpot(Random random) {
    double fraction = 0.05 + 0.9 * random.nextDouble();
    return new Spot(segments.get(random.nextInt(segments.size())), fraction);
  }

  boolean onNetwork(RoadGraph graph, Spot spot) {
    return graph.snap(spot.point()).map(s -> s.metres() < 0.5).orElse(false);
  }

  /** Seconds from one spot to another, by relaxing until nothing changes. */
  double seconds(SpeedModel speeds, Spot from, Spot to) {
    Map<String, Double> best = new HashMap<>();
    relaxFrom(speeds, from, best);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (RoadSegment s : segments) {
        double cost = s.lengthMetres() / (speeds.kmh(s) / 3.6);
        if (s.travel() != Travel.BACKWARD) {
          changed |= lower(best, s.toNode(), value(best, s.fromNode()) + cost);
        }
        if (s.travel() != Travel.FORWARD) {
          changed |= lower(best, s.fromNode(), value(best, s.toNode()) + cost);
        }
      }
    }
    return arrive(speeds, from, to, best);
  }

  private void relaxFrom(SpeedModel speeds, Spot from, Map<String, Double> best) {
    RoadSegment s = from.segment();
    double cost = s.lengthMetres() / (speeds.kmh(s) / 3.6);
    if (s.travel() != Travel.BACKWARD) {
      lower(best, s.toNode(), (1 - from.fraction()) * cost);
    }
    if (s.travel() != Travel.FORWARD) {
      lower(best, s.fromNode(), from.fraction() * cost);
    }
  }

  private double arrive(SpeedModel speeds, Spot from, Spot to, Map<String, Double> best) {
    RoadSegment s = to.segment();
    double cost = s.lengthMetres() / (speeds.kmh(s) / 3.6);
    double seconds = Double.MAX_VALUE;
    if (s.travel() != Travel.BACKWARD) {
      seconds = Math.min(seconds, value(best, s.fromNode()) + to.fraction() * cost);
    }
    if (s.travel() != Travel.FORWARD) {
      seconds = Math.min(seconds, value(best, s.toNode()) + (1 - to.fraction()) * cost);
    }
    double ahead = to.fraction() - from.fraction();
    boolean may = ahead >= 0 ? s.travel() != Travel.BACKWARD : s.travel() != Travel.FORWARD;
    if (s.equals(from.segment()) && may) {
      seconds = Math.min(seconds, Math.abs(ahead) * cost);
    }
    return seconds;
  }

  private static double value(Map<String, Double> best, String node) {
    return best.getOrDefault(node, 1e9);
  }

  private static boolean lower(Map<String, Double> best, String node, double value) {
    if (value < value(best, node) - 1e-9) {
      best.put(node, value);
      return true;
    }
    return false;
  }
}
