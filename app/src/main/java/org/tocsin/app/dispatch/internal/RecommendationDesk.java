package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tocsin.app.dispatch.RecommendationView;
import org.tocsin.app.dispatch.Recommendations;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.internal.Recommender.Option;
import org.tocsin.app.dispatch.internal.RunCards.Line;
import org.tocsin.app.dispatch.internal.Travel.Origin;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Puts together run card, units, roads and other work; all from memory but the incident itself. */
@Service
class RecommendationDesk implements Recommendations {
  private static final int MOST_SHOWN = 60;

  private final Incidents incidents;
  private final IncidentTypes types;
  private final RunCards cards;
  private final UnitBoard board;
  private final Travel travel;
  private final Reasons reasons;
  private final Settings settings;

  /** How to choose. */
  @org.springframework.stereotype.Component
  record Settings(DispatchPolicy policy, InstanceClock clock) {
    DispatchPolicy.Choice choice() {
      return policy.recommendation();
    }

    Recommender recommender() {
      return new Recommender(choice().alternativePenaltySeconds(), choice().divertPenaltySeconds());
    }
  }

  RecommendationDesk(
      Incidents incidents,
      IncidentTypes types,
      RunCards cards,
      UnitBoard board,
      Travel travel,
      Reasons reasons,
      Settings settings) {
    this.incidents = incidents;
    this.types = types;
    this.cards = cards;
    this.board = board;
    this.travel = travel;
    this.reasons = reasons;
    this.settings = settings;
  }

  /** What was found, before it is put into words. */
  private record Found(
      IncidentView incident,
      List<Line> lines,
      Map<UnitId, BoardUnit> units,
      Map<UnitId, Origin> origins,
      Map<UnitId, RoadTime> times,
      List<Option> options,
      Recommender.Result result) {}

  @Override
  public RecommendationView forIncident(MatterId id) {
    Actor actor = Acting.require(Permission.DISPATCH);
    IncidentView incident = incidents.get(id);
    long start = System.nanoTime();
    Found found = find(actor, incident);
    List<RecommendationView.Requirement> requirement = new ArrayList<>();
    for (int i = 0; i < found.lines().size(); i++) {
      requirement.add(
          reasons.requirement(
              found.lines().get(i), found.result().already()[i], found.result().missing()[i]));
    }
    List<RecommendationView.Candidate> candidates = candidates(found);
    return new RecommendationView(
        requirement, candidates, asksReason(incident), (System.nanoTime() - start) / 1_000_000.0);
  }

  private boolean asksReason(IncidentView incident) {
    return settings.choice().reasonForPriorities().contains(incident.priority());
  }

  /**
   * At high priorities, sending a unit that is not recommended while one is asks for a reason.
   *
   * @throws Problem REASON_NEEDED
   */
  void requireReason(IncidentView incident, List<UnitId> ordered) {
    if (!asksReason(incident) || Ordering.target(incident) == null) {
      return;
    }
    Found found = find(Acting.current(), incident);
    Set<UnitId> recommended =
        found.result().chosen().stream().map(c -> c.option().id()).collect(Collectors.toSet());
    if (recommended.isEmpty() || recommended.containsAll(ordered)) {
      return;
    }
    String others =
        ordered.stream()
            .filter(id -> !recommended.contains(id))
            .map(id -> board.find(id).map(u -> u.unit().callSign()).orElse("?"))
            .collect(Collectors.joining(", "));
    String better =
        found.result().chosen().stream()
            .map(c -> c.option().callSign())
            .collect(Collectors.joining(", "));
    throw Problem.refused(ProblemCode.REASON_NEEDED, others, better, incident.priority())
        .with("recommended", List.copyOf(recommended));
  }

  /** Expected ways of units to a place, by one search. */
  Map<UnitId, RoadTime> ways(Point target, Collection<UnitId> ids) {
    Instant now = settings.clock().instant();
    Map<UnitId, Origin> origins = new HashMap<>();
    for (UnitId id : ids) {
      board
          .find(id)
          .flatMap(u -> travel.origin(u.unit(), now))
          .ifPresent(origin -> origins.put(id, origin));
    }
    return origins.isEmpty() ? Map.of() : travel.to(target, origins);
  }

  private Found find(Actor actor, IncidentView incident) {
    String card = types.find(incident.typeCode()).map(IncidentType::runCard).orElse(null);
    List<Line> lines = cards.lines(card, incident.typeCode(), incident.priority());
    List<String> sent = new ArrayList<>();
    Map<UnitId, BoardUnit> units = new HashMap<>();
    for (BoardUnit unit : board.all()) {
      if (unit.tasks().stream().anyMatch(t -> t.incidentId().equals(incident.id()))) {
        sent.add(unit.unit().typeCode());
      } else if (couldGo(actor, incident, unit) && wanted(lines, unit)) {
        units.put(unit.unit().id(), unit);
      }
    }
    Map<UnitId, Origin> origins = origins(units);
    Point target = Ordering.target(incident);
    Map<UnitId, RoadTime> times =
        target == null || origins.isEmpty() ? Map.of() : travel.to(target, origins);
    List<Option> options = units.values().stream().map(u -> option(u, times)).toList();
    return new Found(
        incident,
        lines,
        units,
        origins,
        times,
        options,
        settings.recommender().choose(lines, sent, options));
  }

  private Map<UnitId, Origin> origins(Map<UnitId, BoardUnit> units) {
    Instant now = settings.clock().instant();
    Map<UnitId, Origin> origins = new HashMap<>();
    units.forEach((id, unit) -> travel.origin(unit.unit(), now).ifPresent(o -> origins.put(id, o)));
    return origins;
  }

  private static boolean wanted(List<Line> lines, BoardUnit unit) {
    return lines.stream().anyMatch(l -> l.rank(unit.unit().typeCode()) >= 0);
  }

  /** Free, or on the way to something less urgent and not there yet. */
  private boolean couldGo(Actor actor, IncidentView incident, BoardUnit unit) {
    ExerciseId only = unit.unit().exercise();
    if (!actor.scope().covers(unit.unit().agency())
        || unit.unit().out() != null
        || (only != null && !only.equals(incident.exerciseId()))) {
      return false;
    }
    return unit.tasks().isEmpty()
        || (unit.tasks().size() == 1
            && settings.choice().divertForPriorities().contains(incident.priority())
            && unit.tasks().stream()
                .allMatch(t -> t.priority() > incident.priority() && t.status().beforeScene()));
  }

  private static Option option(BoardUnit unit, Map<UnitId, RoadTime> times) {
    RoadTime time = times.get(unit.unit().id());
    return new Option(
        unit.unit().id(),
        unit.unit().callSign(),
        unit.unit().typeCode(),
        time == null ? null : time.time().toSeconds(),
        !unit.tasks().isEmpty());
  }

  private List<RecommendationView.Candidate> candidates(Found found) {
    Comparator<Option> soonest =
        Comparator.comparing(Option::seconds, Comparator.nullsLast(Comparator.<Long>naturalOrder()))
            .thenComparing(Option::callSign)
            .thenComparing(o -> o.id().value());
    List<RecommendationView.Candidate> shown = new ArrayList<>();
    Set<UnitId> chosen = new HashSet<>();
    found.result().chosen().stream()
        .sorted((a, b) -> soonest.compare(a.option(), b.option()))
        .forEach(
            c -> {
              chosen.add(c.option().id());
              shown.add(candidate(found, c.option(), c.line()));
            });
    found.options().stream()
        .filter(o -> !chosen.contains(o.id()))
        .sorted(soonest)
        .limit(MOST_SHOWN)
        .forEach(o -> shown.add(candidate(found, o, null)));
    return shown;
  }

  private RecommendationView.Candidate candidate(Found found, Option o, @Nullable Integer line) {
    BoardUnit unit = Objects.requireNonNull(found.units().get(o.id()));
    RoadTime time = found.times().get(o.id());
    UnitView.Task other = unit.tasks().isEmpty() ? null : unit.tasks().getFirst();
    return new RecommendationView.Candidate(
        o.id(),
        o.callSign(),
        o.type(),
        o.seconds(),
        time == null ? null : Math.round(time.metres()),
        time != null && time.estimated(),
        unit.status(),
        other == null ? null : other.incidentId(),
        other == null ? null : other.assignmentId(),
        line != null,
        line,
        reasons.of(
            unit,
            time,
            found.origins().get(o.id()),
            line == null ? null : found.lines().get(line)));
  }
}
