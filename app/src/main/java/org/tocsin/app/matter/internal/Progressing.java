package org.tocsin.app.matter.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.IncidentAction;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.matter.Step;
import org.tocsin.app.matter.events.InstantStamped;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.MatterId;

/**
 * Takes what the work rooms tell. Each fact is kept once; the state follows from the set of facts,
 * so that their order is no matter. The work room audits its own act; here is only its effect.
 */
@Component
class Progressing {
  private final Desk desk;
  private final StatePack states;

  Progressing(Desk desk, StatePack states) {
    this.desk = desk;
    this.states = states;
  }

  IncidentView progress(MatterId id, Progress fact) {
    if (fact.occurredAt().isAfter(fact.enteredAt())) {
      throw Problem.invalid("occurredAt", "future");
    }
    Incident incident = desk.incidents.lock(id).get(id);
    if (incident == null) {
      throw Problem.notFound("incident", id);
    }
    Work work = new Work(Acting.current(), incident, desk.now());
    incident.touched(work.now());
    boolean news = take(work, fact);
    if (!news) {
      return desk.view(incident.root);
    }
    Incident carrier = desk.incidents.root(incident);
    settle(carrier);
    desk.incidents.update(incident);
    if (carrier != incident) {
      carrier.touched(work.now());
      desk.incidents.update(carrier);
      desk.show(id, Set.of());
    }
    desk.history.line(
        id, kind(fact), fact.text(), fact.occurredAt(), fact.enteredAt(), work.actor(), data(fact));
    return desk.show(carrier.id, Set.of());
  }

  /** Keeps the fact; false if it was known already. */
  private boolean take(Work work, Progress fact) {
    MatterId id = work.incident().id;
    return switch (fact) {
      case Progress.UnitsDispatched sent -> send(work, sent);
      case Progress.Acknowledged f -> mark(work, f, TaskColumn.ACKNOWLEDGED_AT, Step.ACKNOWLEDGED);
      case Progress.Departed f -> mark(work, f, TaskColumn.DEPARTED_AT, Step.DEPARTED);
      case Progress.Arrived f -> mark(work, f, TaskColumn.ARRIVED_AT, Step.ARRIVED);
      case Progress.Transporting f -> mark(work, f, TaskColumn.TRANSPORT_AT, null);
      case Progress.AtDestination f -> mark(work, f, TaskColumn.DESTINATION_AT, null);
      case Progress.FedBack f -> mark(work, f, TaskColumn.FED_BACK_AT, Step.FED_BACK);
      case Progress.Cleared f -> mark(work, f, TaskColumn.CLEARED_AT, null);
      case Progress.Withdrawn f -> mark(work, f, TaskColumn.WITHDRAWN_AT, null);
      case Progress.Noted f -> true;
      case Progress.Overdue f -> {
        desk.parts.overdue(id, f.alertId(), f.step(), f.occurredAt(), false);
        yield true;
      }
      case Progress.Settled f -> {
        desk.parts.overdue(id, f.alertId(), f.step(), f.occurredAt(), true);
        yield true;
      }
    };
  }

  private boolean send(Work work, Progress.UnitsDispatched sent) {
    Incident i = work.incident();
    if (i.state == IncidentState.CLOSED || i.merged()) {
      throw states.illegal(i, IncidentAction.DISPATCH);
    }
    boolean news = false;
    for (Progress.Sent unit : sent.units()) {
      if (desk.parts.addTask(i.id, unit, i.round, sent.occurredAt())) {
        desk.parts.involve(i.id, unit.agency(), PartStore.Reason.UNIT);
        Task task = desk.parts.findTask(i.id, unit.assignment()).orElseThrow();
        stamp(work, task, Step.DISPATCHED, sent.occurredAt(), sent.enteredAt());
        news = true;
      }
    }
    return news;
  }

  private boolean mark(Work work, Progress.OfTask fact, TaskColumn column, @Nullable Step step) {
    Task task =
        desk.parts
            .findTask(work.incident().id, fact.assignment())
            .orElseThrow(() -> Problem.notFound("assignment", fact.assignment()));
    if (!desk.parts.mark(task.assignmentId(), column, fact.occurredAt())) {
      return false;
    }
    if (step != null) {
      stamp(work, task, step, fact.occurredAt(), fact.enteredAt());
    }
    return true;
  }

  private void stamp(Work work, Task task, Step step, Instant occurred, Instant entered) {
    Incident i = work.incident();
    boolean first =
        desk.parts.stamp(i.id, step, task.assignmentId().value(), occurred, entered, work.by());
    if (!first) {
      return;
    }
    i.stamp(step, occurred);
    desk.tell(
        new InstantStamped(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            occurred,
            entered,
            step,
            task.assignmentId(),
            task.unitId(),
            task.agencyId()));
  }

  private void settle(Incident carrier) {
    if (carrier.state == IncidentState.CLOSED) {
      return;
    }
    IncidentState derived = DerivedState.of(desk.parts.currentTasks(carrier.id));
    if (derived != carrier.state) {
      carrier.state = states.require(carrier, DerivedState.actionTo(derived));
    }
  }

  private static String kind(Progress fact) {
    return switch (fact) {
      case Progress.UnitsDispatched f -> "DISPATCHED";
      case Progress.Acknowledged f -> "ACKNOWLEDGED";
      case Progress.Departed f -> "DEPARTED";
      case Progress.Arrived f -> "ARRIVED";
      case Progress.Transporting f -> "TRANSPORTING";
      case Progress.AtDestination f -> "AT_DESTINATION";
      case Progress.FedBack f -> "FED_BACK";
      case Progress.Cleared f -> "CLEARED";
      case Progress.Withdrawn f -> "WITHDRAWN";
      case Progress.Noted f -> "NOTED";
      case Progress.Overdue f -> "OVERDUE";
      case Progress.Settled f -> "SETTLED";
    };
  }

  private static Map<String, String> data(Progress fact) {
    Map<String, String> data = new HashMap<>();
    if (fact instanceof Progress.OfTask task) {
      data.put("assignmentId", task.assignment().toString());
    }
    if (fact instanceof Progress.FedBack feedback && feedback.dispositionCode() != null) {
      data.put("dispositionCode", feedback.dispositionCode());
    }
    if (fact instanceof Progress.Overdue overdue) {
      data.put("step", overdue.step());
    }
    if (fact.occurredAt().isBefore(fact.enteredAt())) {
      data.put("late", "true");
    }
    return data;
  }
}
