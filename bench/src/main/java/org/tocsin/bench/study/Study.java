package org.tocsin.bench.study;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.Point;

/** The whole study: calibrate on the first days, judge on the others. */
public final class Study {
  private static final int CALIBRATION_DAYS = 4;
  private static final int HOME_ROUNDS = 2;
  private static final Duration BUDGET = Duration.ofSeconds(90);

  private final DispatchLog log;
  private final StudyRoads roads;
  private final Consumer<String> say;
  private final LocalDate judgedFrom;

  /** A study of a log on a road network. */
  public Study(DispatchLog log, StudyRoads roads, Consumer<String> say) {
    this.log = log;
    this.roads = roads;
    this.say = say;
    List<LocalDate> days =
        List.copyOf(new TreeSet<>(log.calls().stream().map(Study::day).toList()));
    this.judgedFrom = days.get(Math.min(CALIBRATION_DAYS, days.size() - 1));
  }

  /**
   * A trip with what was predicted for it.
   *
   * @param uncalibrated seconds by the pack's speeds alone
   * @param calibrated seconds by the fitted ones
   * @param constant the median of the calibration days for this manner of driving: what a road
   *     network must beat
   * @param estimated whether an end is off the road network, so that it is by straight line
   */
  public record Predicted(
      Trip trip, double uncalibrated, double calibrated, double constant, boolean estimated) {}

  /**
   * All that was found.
   *
   * @param predicted trips of the judged days
   * @param choices of all days
   * @param notTrips why travels of the judged days were not judged, by number
   */
  public record Result(
      LocalDate judgedFrom,
      Calibration calibration,
      List<Predicted> predicted,
      List<Choice> choices,
      Map<Whereabouts.Kind, Integer> notCompared,
      int leadingNotCompared,
      Map<Whereabouts.Kind, Integer> notTrips,
      int noTravel) {
    /** Whether a choice was made on one of the days that judge. */
    boolean judged(Choice choice) {
      return !choice.at().atZone(DispatchLog.ZONE).toLocalDate().isBefore(judgedFrom);
    }
  }

  /**
   * Runs it.
   *
   * @param linger how long a unit with a station stays where its call was
   * @param fitHomes whether stations are moved to where the calibration days say they are, rather
   *     than left at the median of their areas
   */
  public Result run(Duration linger, boolean fitHomes) {
    List<StudyCall> known =
        log.calls().stream().filter(call -> day(call).isBefore(judgedFrom)).toList();
    Homes homes = Homes.of(known);
    Trips trips = trips(Fleet.of(log.calls(), homes, linger));
    Calibration calibration = calibrate(trips);
    for (int round = 0; fitHomes && round < HOME_ROUNDS; round++) {
      RoadGraph graph = roads.graph(calibration.classes());
      homes = new HomeFit(graph, calibration, homes).fit(trips.fromStations(), known);
      trips = trips(Fleet.of(log.calls(), homes, linger));
      calibration = calibrate(trips);
    }
    return finish(Fleet.of(log.calls(), homes, linger), trips, calibration);
  }

  /** The travels of the log by the days they belong to, and what could not be used of the later. */
  private record Trips(
      List<Trip> early, List<Trip> late, Map<Whereabouts.Kind, Integer> unplaced, int noTravel) {
    List<Trip> fromStations() {
      return early.stream().filter(t -> t.from().kind() == Whereabouts.Kind.HOME).toList();
    }
  }

  private Trips trips(Fleet fleet) {
    Map<Whereabouts.Kind, Integer> unplaced = new EnumMap<>(Whereabouts.Kind.class);
    List<Trip> early = new ArrayList<>();
    List<Trip> late = new ArrayList<>();
    int noTravel = 0;
    for (StudyCall call : log.calls()) {
      boolean isLate = !day(call).isBefore(judgedFrom);
      for (Response r : call.responses()) {
        Whereabouts from = fleet.at(r.unit(), r.dispatched(), call.number());
        Point start = from.place();
        Double seconds = r.travelSeconds();
        if (seconds == null) {
          noTravel += isLate ? 1 : 0;
        } else if (start == null) {
          unplaced.merge(from.kind(), isLate ? 1 : 0, Integer::sum);
        } else {
          (isLate ? late : early).add(new Trip(r, from, start, call.place(), seconds));
        }
      }
    }
    return new Trips(early, late, unplaced, noTravel);
  }

  private Calibration calibrate(Trips trips) {
    List<Trip> trusted = trips.fromStations();
    say.accept("calibrating on " + trusted.size() + " travels from stations");
    return Calibration.fit(roads, trusted, BUDGET, System::nanoTime);
  }

  private Result finish(Fleet fleet, Trips trips, Calibration calibration) {
    RoadGraph graph = roads.graph(calibration.classes());
    say.accept("predicting " + trips.late().size() + " travels");
    List<Predicted> predicted = predict(graph, calibration, trips.early(), trips.late());
    say.accept("choosing units for " + log.calls().size() + " calls");
    Chooser chooser = new Chooser(fleet, graph, calibration);
    log.calls().forEach(chooser::decide);
    return new Result(
        judgedFrom,
        calibration,
        predicted,
        List.copyOf(chooser.choices()),
        chooser.notCompared(),
        chooser.leadingNotCompared(),
        trips.unplaced(),
        trips.noTravel());
  }

  private List<Predicted> predict(
      RoadGraph graph, Calibration calibration, List<Trip> early, List<Trip> late) {
    RoadGraph plain = roads.graph(Map.<RoadClass, Double>of());
    double urgent = medianTravel(early, true);
    double calm = medianTravel(early, false);
    return late.stream()
        .map(
            trip -> {
              boolean isUrgent = trip.response().urgent();
              RoadTime time = StudyRoads.times(graph, trip.end(), List.of(trip.start())).getFirst();
              return new Predicted(
                  trip,
                  Calibration.roadSeconds(plain, trip),
                  calibration.seconds(isUrgent, time.time().toMillis() / 1000.0),
                  isUrgent ? urgent : calm,
                  time.estimated());
            })
        .toList();
  }

  private static double medianTravel(List<Trip> trips, boolean urgent) {
    return Spread.of(
            trips.stream()
                .filter(t -> t.response().urgent() == urgent)
                .mapToDouble(Trip::observed)
                .toArray())
        .median();
  }

  static LocalDate day(StudyCall call) {
    return call.decided().atZone(DispatchLog.ZONE).toLocalDate();
  }
}
