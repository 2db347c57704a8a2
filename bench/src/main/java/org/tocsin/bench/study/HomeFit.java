package org.tocsin.bench.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.Point;

/**
 * Finds where stations really are. A station is moved to that place among the calls of its area
 * (and its present place) from which the travels of its own units on the calibration days are
 * predicted with the least sum of absolute errors. One search from each call's place answers all
 * candidates.
 */
final class HomeFit {
  /** With fewer travels a station stays where it is. */
  private static final int LEAST_TRIPS = 8;

  private final RoadGraph graph;
  private final Calibration calibration;
  private final Homes present;

  HomeFit(RoadGraph graph, Calibration calibration, Homes present) {
    this.graph = graph;
    this.calibration = calibration;
    this.present = present;
  }

  /**
   * The stations moved.
   *
   * @param trips from stations, of the calibration days
   * @param calls of the same days
   */
  Homes fit(List<Trip> trips, List<StudyCall> calls) {
    Map<String, List<Trip>> byArea = new HashMap<>();
    for (Trip trip : trips) {
      Homes.area(trip.response().unit())
          .ifPresent(area -> byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(trip));
    }
    Map<String, Point> stations = new HashMap<>(present.stations());
    byArea.forEach(
        (area, own) -> {
          if (own.size() >= LEAST_TRIPS) {
            stations.put(area, best(own, candidates(area, calls)));
          }
        });
    return Homes.at(stations);
  }

  private List<Point> candidates(String area, List<StudyCall> calls) {
    Set<Point> places = new LinkedHashSet<>();
    Point now = present.stations().get(area);
    if (now != null) {
      places.add(now);
    }
    calls.stream().filter(c -> c.area().equals(area)).map(StudyCall::place).forEach(places::add);
    return List.copyOf(places);
  }

  private Point best(List<Trip> own, List<Point> candidates) {
    double[] loss = new double[candidates.size()];
    for (Trip trip : own) {
      List<RoadTime> times = StudyRoads.times(graph, trip.end(), candidates);
      for (int i = 0; i < loss.length; i++) {
        double road = times.get(i).time().toMillis() / 1000.0;
        loss[i] += Math.abs(calibration.seconds(trip.response().urgent(), road) - trip.observed());
      }
    }
    int best = 0;
    for (int i = 1; i < loss.length; i++) {
      best = loss[i] < loss[best] ? i : best;
    }
    return candidates.get(best);
  }
}
