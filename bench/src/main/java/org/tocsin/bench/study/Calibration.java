package org.tocsin.bench.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadGraph;

/**
 * Speeds fitted to observed travels: a factor for the fast roads and one for the arterials relative
 * to the streets, and for each manner of driving a line from road time to travel time. Six numbers
 * in all, so that a few hundred travels are enough.
 *
 * @param classes factors on the pack's speeds
 * @param urgent for lights and siren
 * @param calm for driving without
 * @param rounds how many sets of factors were tried
 * @param seconds how long that took
 */
public record Calibration(
    Map<RoadClass, Double> classes,
    Line urgent,
    Line calm,
    int trips,
    int rounds,
    double seconds,
    double meanAbsoluteError) {
  private static final List<RoadClass> FAST =
      List.of(RoadClass.MOTORWAY, RoadClass.TRUNK, RoadClass.RAMP);
  private static final List<RoadClass> ARTERIAL =
      List.of(RoadClass.PRIMARY, RoadClass.SECONDARY, RoadClass.TERTIARY);
  private static final double STEP = 1.25;
  private static final double[] BOUNDS = {0.4, 3};

  /** The line for a manner of driving. */
  public Line line(boolean isUrgent) {
    return isUrgent ? urgent : calm;
  }

  /** The seconds predicted for a road time on the calibrated graph. */
  public double seconds(boolean isUrgent, double roadSeconds) {
    return line(isUrgent).seconds(roadSeconds);
  }

  private record Tried(double fast, double arterial, Line urgent, Line calm, double loss) {}

  /**
   * Climbs from the pack's own speeds to the factors with the least sum of absolute errors, in
   * steps of a quarter, until no step helps or the time is up.
   *
   * @param trips those whose start is trusted
   */
  public static Calibration fit(
      StudyRoads roads, List<Trip> trips, Duration budget, LongSupplier nanos) {
    long started = nanos.getAsLong();
    Tried best = tryOut(roads, trips, 1, 1);
    int rounds = 1;
    boolean better = true;
    while (better && nanos.getAsLong() - started < budget.toNanos()) {
      better = false;
      for (double[] step : new double[][] {{STEP, 1}, {1 / STEP, 1}, {1, STEP}, {1, 1 / STEP}}) {
        double fast = best.fast() * step[0];
        double arterial = best.arterial() * step[1];
        if (outside(fast) || outside(arterial)) {
          continue;
        }
        Tried tried = tryOut(roads, trips, fast, arterial);
        rounds++;
        if (tried.loss() < best.loss()) {
          best = tried;
          better = true;
        }
      }
    }
    return new Calibration(
        factors(best.fast(), best.arterial()),
        best.urgent(),
        best.calm(),
        trips.size(),
        rounds,
        (nanos.getAsLong() - started) / 1e9,
        trips.isEmpty() ? Double.NaN : best.loss() / trips.size());
  }

  private static boolean outside(double factor) {
    return factor < BOUNDS[0] || factor > BOUNDS[1];
  }

  private static Tried tryOut(StudyRoads roads, List<Trip> trips, double fast, double arterial) {
    RoadGraph graph = roads.graph(factors(fast, arterial));
    List<Errors.Pair> urgent = new ArrayList<>();
    List<Errors.Pair> calm = new ArrayList<>();
    for (Trip trip : trips) {
      double road = roadSeconds(graph, trip);
      (trip.response().urgent() ? urgent : calm).add(new Errors.Pair(road, trip.observed()));
    }
    Line a = Line.fit(urgent);
    Line b = Line.fit(calm);
    return new Tried(fast, arterial, a, b, Line.loss(urgent, a) + Line.loss(calm, b));
  }

  static double roadSeconds(RoadGraph graph, Trip trip) {
    return StudyRoads.times(graph, trip.end(), List.of(trip.start())).getFirst().time().toMillis()
        / 1000.0;
  }

  private static Map<RoadClass, Double> factors(double fast, double arterial) {
    Map<RoadClass, Double> factors = new EnumMap<>(RoadClass.class);
    FAST.forEach(c -> factors.put(c, fast));
    ARTERIAL.forEach(c -> factors.put(c, arterial));
    return factors;
  }
}
