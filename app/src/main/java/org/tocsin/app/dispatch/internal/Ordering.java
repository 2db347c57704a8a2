package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Place;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/**
 * Gives and withdraws orders, in the caller's transaction. Locks are taken in the order units by
 * id, timers, incidents by id.
 */
@Component
class Ordering {
  private final UnitStore units;
  private final AssignmentStore store;
  private final BookingGate gate;
  private final Timers timers;
  private final Incidents incidents;
  private final Facts facts;
  private final Changes changes;

  Ordering(
      UnitStore units,
      AssignmentStore store,
      BookingGate gate,
      Timers timers,
      Incidents incidents,
      Facts facts,
      Changes changes) {
    this.units = units;
    this.store = store;
    this.gate = gate;
    this.timers = timers;
    this.incidents = incidents;
    this.facts = facts;
    this.changes = changes;
  }

  /**
   * What is to be done.
   *
   * @param ways expected road times, where known
   * @param withdraw the order that is withdrawn for it, when a unit is diverted
   */
  record Plan(
      Actor actor,
      IncidentView incident,
      List<UnitId> units,
      @Nullable String reason,
      boolean allowBusy,
      Map<UnitId, RoadTime> ways,
      @Nullable AssignmentRow withdraw,
      Instant now) {}

  /** Sends all of the units or none. */
  List<AssignmentRow> order(Plan plan) {
    List<UnitRow> locked = lock(plan);
    AssignmentRow old = plan.withdraw() == null ? null : withdrawable(plan.withdraw().id());
    Map<UnitId, List<AssignmentRow>> active =
        store.active(plan.units()).stream()
            .filter(a -> old == null || !a.id().equals(old.id()))
            .collect(Collectors.groupingBy(AssignmentRow::unit));
    for (UnitRow unit : locked) {
      gate.refusal(
              unit,
              active.getOrDefault(unit.id(), List.of()),
              plan.incident().id(),
              plan.allowBusy())
          .ifPresent(
              problem -> {
                throw problem;
              });
      checkExercise(unit, plan.incident());
    }
    return carryOut(plan, locked, old);
  }

  private List<UnitRow> lock(Plan plan) {
    List<UnitRow> locked = units.lock(new LinkedHashSet<>(plan.units()));
    for (UnitId id : plan.units()) {
      if (locked.stream()
          .noneMatch(u -> u.id().equals(id) && plan.actor().scope().covers(u.agency()))) {
        throw Problem.notFound("unit", id);
      }
    }
    return locked;
  }

  private static void checkExercise(UnitRow unit, IncidentView incident) {
    if (unit.exercise() != null && !unit.exercise().equals(incident.exerciseId())) {
      throw Problem.refused(ProblemCode.UNIT_EXERCISE_ONLY, unit.callSign())
          .with("unitId", unit.id());
    }
  }

  private AssignmentRow withdrawable(AssignmentId id) {
    AssignmentRow row = store.find(id).orElseThrow(() -> Problem.notFound("assignment", id));
    if (!row.status().active()) {
      throw Problem.refused(
          ProblemCode.ILLEGAL_TRANSITION,
          row.callSign(),
          facts.name(row.status()),
          new Text("撤销", "withdraw it"));
    }
    return row;
  }

  private List<AssignmentRow> carryOut(
      Plan plan, List<UnitRow> locked, @Nullable AssignmentRow old) {
    String why = plan.reason() == null ? "" : plan.reason();
    AssignmentRow ended = old == null ? null : end(plan.actor(), old, why, plan.now());
    List<TimerRow> settled = ended == null ? List.of() : settleAll(ended, plan.now());
    List<AssignmentRow> given = locked.stream().map(u -> insert(plan, u)).toList();
    List<Told> tellings = new ArrayList<>();
    tellings.add(new Told(plan.incident().id(), sent(given, plan.now())));
    if (ended != null) {
      tellings.add(new Told(ended.orderedFor(), withdrawn(ended, why, plan.now())));
      changes.event(facts.cancelled(ended, why, plan.incident().id(), plan.now()));
    }
    tell(tellings);
    timers.tellSettled(settled, plan.now());
    given.forEach(a -> changes.event(facts.dispatched(a)));
    audit(plan, given, ended);
    changes.units(plan.units());
    if (ended != null) {
      changes.assignments(List.of(ended));
    }
    changes.assignments(given);
    return given;
  }

  private record Told(MatterId incident, Progress fact) {}

  /** Incidents are locked in the order of their ids. */
  private void tell(List<Told> tellings) {
    tellings.stream()
        .sorted(Comparator.comparing(t -> t.incident().toString()))
        .forEach(t -> incidents.progress(t.incident(), t.fact()));
  }

  private AssignmentRow insert(Plan plan, UnitRow unit) {
    IncidentView incident = plan.incident();
    RoadTime way = plan.ways().get(unit.id());
    AssignmentRow row =
        new AssignmentRow(
            AssignmentId.next(),
            incident.id(),
            incident.id(),
            unit.id(),
            incident.number(),
            incident.typeCode(),
            incident.priority(),
            incident.agencyId(),
            unit.agency(),
            unit.callSign(),
            unit.typeCode(),
            AssignmentStatus.DISPATCHED,
            new AssignmentRow.Instants(plan.now(), null, null, null, null, null, null, null, null),
            way == null ? null : (int) way.time().toSeconds(),
            null,
            null,
            plan.actor().id(),
            plan.actor().name(),
            plan.reason(),
            null,
            false,
            incident.exerciseId(),
            1);
    store.insert(row);
    store.fact(row.id(), "DISPATCHED", plan.now(), plan.now(), plan.actor(), plan.reason());
    timers.arm(Kind.NOT_ACKNOWLEDGED, row, plan.now());
    timers.arm(Kind.NOT_DEPARTED, row, plan.now());
    timers.arm(Kind.NOT_ARRIVED, row, plan.now());
    return row;
  }

  private static Progress sent(List<AssignmentRow> given, Instant now) {
    String signs = given.stream().map(AssignmentRow::callSign).collect(Collectors.joining("、"));
    return new Progress.UnitsDispatched(
        given.stream()
            .map(a -> new Progress.Sent(a.id(), a.unit(), a.callSign(), a.unitAgency()))
            .toList(),
        now,
        now,
        new Text("派警 " + signs, "dispatched " + signs.replace("、", ", ")));
  }

  private static Progress withdrawn(AssignmentRow ended, String reason, Instant now) {
    return new Progress.Withdrawn(
        ended.id(),
        now,
        now,
        new Text(
            "%s 撤销派警：%s".formatted(ended.callSign(), reason),
            "%s withdrawn: %s".formatted(ended.callSign(), reason)));
  }

  private AssignmentRow end(Actor actor, AssignmentRow row, String reason, Instant now) {
    AssignmentRow ended = store.move(row.id(), AssignmentStatus.CANCELLED, now, false, reason);
    store.fact(row.id(), "CANCELLED", now, now, actor, reason);
    return ended;
  }

  private List<TimerRow> settleAll(AssignmentRow row, Instant now) {
    return timers.settle(row.id(), EnumSet.allOf(Kind.class), now);
  }

  private void audit(Plan plan, List<AssignmentRow> given, @Nullable AssignmentRow ended) {
    Map<String, Integer> expected = new HashMap<>();
    given.forEach(
        a -> {
          if (a.expectedSeconds() != null) {
            expected.put(a.callSign(), a.expectedSeconds());
          }
        });
    changes.audit(
        Audit.of(ended == null ? "incident.units-ordered" : "assignment.diverted")
            .on(plan.incident().id())
            .why(plan.reason())
            .detail("units", given.stream().map(AssignmentRow::callSign).toList())
            .detail("expectedSeconds", expected)
            .detail("from", ended == null ? null : ended.incidentNumber()));
  }

  /** Withdraws one order; its unit must be locked. */
  AssignmentRow cancel(Actor actor, AssignmentId id, String reason, Instant now) {
    AssignmentRow ended = end(actor, withdrawable(id), reason, now);
    List<TimerRow> settled = settleAll(ended, now);
    incidents.progress(ended.orderedFor(), withdrawn(ended, reason, now));
    timers.tellSettled(settled, now);
    changes.event(facts.cancelled(ended, reason, null, now));
    changes.audit(
        Audit.of("assignment.cancelled")
            .on(ended.matter())
            .about("assignment", ended.id())
            .why(reason)
            .detail("unit", ended.callSign()));
    changes.units(List.of(ended.unit()));
    changes.assignments(List.of(ended));
    return ended;
  }

  /** Where units are wanted, if the incident is located. */
  static @Nullable Point target(IncidentView incident) {
    Place place = incident.place();
    return place == null ? null : new Point(place.lat(), place.lon());
  }
}
