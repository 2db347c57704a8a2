package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Progress;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.InstanceClock;

/**
 * What units report. Each method runs in the caller's transaction and locks in the order unit,
 * timers, incident.
 */
@Component
class Reporting {
  private static final Set<Kind> BEFORE_DEPARTURE =
      EnumSet.of(Kind.NOT_ACKNOWLEDGED, Kind.NOT_DEPARTED);
  private static final Set<Kind> BEFORE_ARRIVAL =
      EnumSet.of(Kind.NOT_ACKNOWLEDGED, Kind.NOT_DEPARTED, Kind.NOT_ARRIVED);

  private final Locked locked;
  private final AssignmentStore store;
  private final AssignmentStates states;
  private final Timers timers;
  private final Incidents incidents;
  private final Facts facts;
  private final Changes changes;

  Reporting(
      Locked locked,
      AssignmentStore store,
      AssignmentStates states,
      Timers timers,
      Incidents incidents,
      Facts facts,
      Changes changes) {
    this.locked = locked;
    this.store = store;
    this.states = states;
    this.timers = timers;
    this.incidents = incidents;
    this.facts = facts;
    this.changes = changes;
  }

  /** An assignment whose unit is locked, with who reports and when. */
  @Component
  record Locked(UnitStore units, AssignmentStore store, Rights rights, InstanceClock clock) {
    AssignmentRow find(AssignmentId id) {
      return store.find(id).orElseThrow(() -> Problem.notFound("assignment", id));
    }

    /** Reads it again under the lock of its unit. */
    AssignmentRow lock(AssignmentRow seen) {
      units.lock(List.of(seen.unit()));
      return find(seen.id());
    }

    /** When it happened: never later than now. */
    Instant occurred(@Nullable Instant told, Instant now) {
      if (told != null && told.isAfter(now)) {
        throw Problem.invalid("occurredAt", "future", told.toString(), now.toString());
      }
      return told == null ? now : told;
    }
  }

  AssignmentView report(AssignmentId id, AssignmentStatus to, @Nullable Instant occurredAt) {
    AssignmentRow seen = locked.find(id);
    Actor actor = locked.rights().reports(seen);
    AssignmentRow row = locked.lock(seen);
    Instant now = locked.clock().instant();
    Instant at = locked.occurred(occurredAt, now);
    AssignmentRow after;
    List<TimerRow> settled;
    if (to.active() || to == AssignmentStatus.CLEARED) {
      if (states.allows(row.status(), to)) {
        after = move(row, to, at, now);
        settled = timers(after, to, at, now);
      } else if (occurredAt != null && fillsGap(row, to, at)) {
        after = store.stamp(row.id(), to, at);
        settled = List.of();
      } else {
        throw illegal(row, to);
      }
    } else {
      throw illegal(row, to);
    }
    store.fact(after.id(), to.name(), at, now, actor, null);
    incidents.progress(after.orderedFor(), facts.progress(after, to, at, now));
    timers.tellSettled(settled, now);
    changes.event(facts.event(after, to, at, now));
    return tell(after, "assignment.reported", to.name(), at, now);
  }

  private AssignmentRow move(AssignmentRow row, AssignmentStatus to, Instant at, Instant now) {
    Instant before = row.instants().lastBefore(to);
    if (at.isBefore(before)) {
      throw Problem.invalid("occurredAt", "beforeEarlier", at.toString(), before.toString());
    }
    return store.move(row.id(), to, at, at.isBefore(now), null);
  }

  /**
   * Whether a step was skipped and happened between its neighbours, so that it may be told late.
   */
  private static boolean fillsGap(AssignmentRow row, AssignmentStatus step, Instant at) {
    Instant later = row.instants().firstAfter(step);
    return row.status() != AssignmentStatus.CANCELLED
        && step.compareTo(row.status()) < 0
        && row.instants().of(step) == null
        && !at.isBefore(row.instants().lastBefore(step))
        && later != null
        && !at.isAfter(later);
  }

  private Problem illegal(AssignmentRow row, AssignmentStatus to) {
    Text attempted = states.name(to);
    return Problem.refused(
            ProblemCode.ILLEGAL_TRANSITION,
            row.callSign(),
            states.name(row.status()),
            new Text("报告“%s”".formatted(attempted.zh()), "report \"%s\"".formatted(attempted.en())))
        .with("status", row.status().name())
        .with("attempted", to.name());
  }

  private List<TimerRow> timers(AssignmentRow a, AssignmentStatus to, Instant at, Instant now) {
    return switch (to) {
      case ACKNOWLEDGED -> timers.settle(a.id(), Set.of(Kind.NOT_ACKNOWLEDGED), now);
      case EN_ROUTE -> {
        List<TimerRow> settled = timers.settle(a.id(), BEFORE_DEPARTURE, now);
        timers.arm(Kind.NOT_ARRIVED, a, at);
        yield settled;
      }
      case ON_SCENE -> {
        List<TimerRow> settled = timers.settle(a.id(), BEFORE_ARRIVAL, now);
        timers.arm(Kind.NO_CHECK_IN, a, at);
        if (a.instants().fedBack() == null) {
          timers.arm(Kind.NO_FEEDBACK, a, at);
        }
        yield settled;
      }
      case CLEARED ->
          timers.settle(a.id(), EnumSet.complementOf(EnumSet.of(Kind.NO_FEEDBACK)), now);
      case TRANSPORTING, AT_DESTINATION ->
          timers.settle(a.id(), EnumSet.complementOf(EnumSet.of(Kind.NO_FEEDBACK)), now);
      case DISPATCHED, CANCELLED -> List.of();
    };
  }

  AssignmentView feedback(
      AssignmentId id, String text, @Nullable String disposition, @Nullable Instant occurredAt) {
    AssignmentRow seen = locked.find(id);
    Actor actor = locked.rights().reports(seen);
    AssignmentRow row = locked.lock(seen);
    Instant now = locked.clock().instant();
    Instant at = locked.occurred(occurredAt, now);
    if (row.status() == AssignmentStatus.CANCELLED) {
      throw Problem.refused(
          ProblemCode.ILLEGAL_TRANSITION,
          row.callSign(),
          states.name(row.status()),
          new Text("反馈", "give feedback"));
    }
    if (at.isBefore(row.instants().dispatched())) {
      throw Problem.invalid(
          "occurredAt", "beforeEarlier", at.toString(), row.instants().dispatched().toString());
    }
    AssignmentRow after = store.feedback(id, text, disposition, at, at.isBefore(now));
    // One unit's report answers for the incident: nobody else is asked for another.
    List<TimerRow> settled = timers.settle(after.matter(), Set.of(Kind.NO_FEEDBACK), now);
    store.fact(id, "FED_BACK", at, now, actor, text);
    incidents.progress(
        after.orderedFor(),
        new Progress.FedBack(
            id,
            disposition,
            at,
            now,
            new Text(row.callSign() + " 反馈：" + text, row.callSign() + " feedback: " + text)));
    timers.tellSettled(settled, now);
    changes.event(facts.fedBack(after, disposition, at, now));
    return tell(after, "assignment.fed-back", "FED_BACK", at, now);
  }

  AssignmentView checkIn(AssignmentId id) {
    AssignmentRow seen = locked.find(id);
    Actor actor = locked.rights().reports(seen);
    AssignmentRow row = locked.lock(seen);
    Instant now = locked.clock().instant();
    if (row.status() != AssignmentStatus.ON_SCENE) {
      throw Problem.refused(
          ProblemCode.ILLEGAL_TRANSITION,
          row.callSign(),
          states.name(row.status()),
          new Text("报平安", "check in"));
    }
    AssignmentRow after = store.checkIn(id, now);
    List<TimerRow> settled = timers.settle(id, Set.of(Kind.NO_CHECK_IN), now);
    timers.arm(Kind.NO_CHECK_IN, after, now);
    store.fact(id, "CHECKED_IN", now, now, actor, null);
    incidents.progress(
        after.orderedFor(),
        new Progress.Noted(
            now, now, new Text(row.callSign() + " 报平安", row.callSign() + " checked in")));
    timers.tellSettled(settled, now);
    return tell(after, "assignment.checked-in", "CHECKED_IN", now, now);
  }

  private AssignmentView tell(
      AssignmentRow row, String action, String step, Instant at, Instant now) {
    changes.audit(
        Audit.of(action)
            .on(row.matter())
            .about("assignment", row.id())
            .detail("step", step)
            .detail("unit", row.callSign())
            .detail("occurredAt", at.isBefore(now) ? at.toString() : null));
    changes.units(List.of(row.unit()));
    return changes.assignments(List.of(row)).getFirst();
  }
}
