package org.tocsin.bench.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.Point;

/**
 * Goes through the calls and compares. For each kind of unit sent in the first second, the unit
 * that is there soonest by road among the free ones of that kind, against the one sent; where two
 * of a kind were sent in that second, against the one that the prediction says is there first.
 */
final class Chooser {
  /** Which kind stands for a call when several were sent in the same second. */
  private static final List<String> ORDER =
      List.of("ENGINE", "TRUCK", "RESCUE SQUAD", "MEDIC", "PRIVATE", "RESCUE CAPTAIN", "CHIEF");

  private final Fleet fleet;
  private final RoadGraph graph;
  private final Calibration calibration;
  private final List<Choice> choices = new ArrayList<>();
  private final Map<Whereabouts.Kind, Integer> notCompared = new EnumMap<>(Whereabouts.Kind.class);
  private int leadingNotCompared;

  Chooser(Fleet fleet, RoadGraph graph, Calibration calibration) {
    this.fleet = fleet;
    this.graph = graph;
    this.calibration = calibration;
  }

  /** A unit that could go. */
  private record Candidate(String unit, Whereabouts from, double seconds) {}

  void decide(StudyCall call) {
    Map<String, List<Response>> byType =
        new TreeMap<>(
            Comparator.comparingInt(Chooser::rank).thenComparing(Comparator.naturalOrder()));
    call.sentFirst().forEach(r -> byType.computeIfAbsent(r.type(), t -> new ArrayList<>()).add(r));
    boolean leading = true;
    for (Map.Entry<String, List<Response>> sent : byType.entrySet()) {
      decide(call, sent.getKey(), sent.getValue(), leading);
      leading = false;
    }
  }

  private static int rank(String type) {
    int at = ORDER.indexOf(type);
    return at < 0 ? ORDER.size() : at;
  }

  private void decide(StudyCall call, String type, List<Response> sent, boolean leading) {
    List<Candidate> free = candidates(call, type, sent.getFirst().urgent());
    Optional<Candidate> soonest = free.stream().min(Comparator.comparingDouble(Candidate::seconds));
    Optional<Candidate> real =
        free.stream()
            .filter(c -> sent.stream().anyMatch(r -> r.unit().equals(c.unit())))
            .min(Comparator.comparingDouble(Candidate::seconds));
    if (soonest.isEmpty() || real.isEmpty()) {
      Whereabouts from = fleet.at(sent.getFirst().unit(), call.decided(), call.number());
      notCompared.merge(from.kind(), 1, Integer::sum);
      leadingNotCompared += leading ? 1 : 0;
      return;
    }
    Candidate theirs = real.get();
    // Equal times are no difference: two units of one station are as good as each other.
    Candidate ours = soonest.get().seconds() >= theirs.seconds() ? theirs : soonest.get();
    Response response =
        sent.stream().filter(r -> r.unit().equals(theirs.unit())).findFirst().orElseThrow();
    choices.add(
        new Choice(
            call.number(),
            call.decided(),
            type,
            leading,
            ours.unit(),
            ours.from().kind(),
            ours.seconds(),
            theirs.unit(),
            theirs.from().kind(),
            theirs.seconds(),
            response.travelSeconds(),
            free.size()));
  }

  private List<Candidate> candidates(StudyCall call, String type, boolean urgent) {
    List<String> units = new ArrayList<>();
    List<Whereabouts> from = new ArrayList<>();
    List<Point> places = new ArrayList<>();
    for (String unit : fleet.units(type)) {
      Whereabouts at = fleet.at(unit, call.decided(), call.number());
      Point place = at.place();
      if (place != null) {
        units.add(unit);
        from.add(at);
        places.add(place);
      }
    }
    List<RoadTime> times = StudyRoads.times(graph, call.place(), places);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      double road = times.get(i).time().toMillis() / 1000.0;
      candidates.add(new Candidate(units.get(i), from.get(i), calibration.seconds(urgent, road)));
    }
    return candidates;
  }

  List<Choice> choices() {
    return choices;
  }

  /** Kinds of units whose place at the decision is not known, and why, by number of choices. */
  Map<Whereabouts.Kind, Integer> notCompared() {
    return notCompared;
  }

  int leadingNotCompared() {
    return leadingNotCompared;
  }
}
