package org.tocsin.app.matter.internal;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentAction;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.events.IncidentMerged;
import org.tocsin.app.matter.events.IncidentUnmerged;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.MatterId;

/**
 * Joins incidents that are the same and undoes it. Nothing is moved by a merge: callers, units,
 * stamps and lines stay with the incident they were told of, and the one that carries on shows them
 * all. So undoing is exact.
 */
@Component
class Merging {
  private final Desk desk;
  private final StatePack states;

  Merging(Desk desk, StatePack states) {
    this.desk = desk;
    this.states = states;
  }

  IncidentView merge(MatterId id, Edit.Merge edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    if (id.equals(edit.into())) {
      throw Problem.invalid("into", "same");
    }
    Actor actor = Acting.require(Permission.INCIDENT_WRITE);
    Map<MatterId, Incident> locked = desk.incidents.lock(id, edit.into());
    Work from = desk.checked(actor, id, locked, edit.version());
    Work into = desk.checked(actor, edit.into(), locked, Desk.ANY_VERSION);
    check(from, into);
    Incident i = from.incident();
    i.mergeInto(into.incident());
    desk.sign(from);
    desk.incidents.moveGroup(i.id, i.root);
    settle(into);
    desk.tell(
        new IncidentMerged(
            i.id, i.exercise, i.agency, i.version, from.now(), from.now(), into.incident().id));
    line(into, "ABSORBED", "并入警情 " + i.number, "Incident " + i.number + " merged in", i);
    desk.show(into.incident().id, Set.of());
    return desk.record(
        from,
        "MERGED",
        why,
        new Text(
            "合并到 %s：%s".formatted(into.incident().number, why),
            "Merged into %s: %s".formatted(into.incident().number, why)),
        Map.of("into", into.incident().number, "intoId", into.incident().id.toString()));
  }

  private void check(Work from, Work into) {
    Incident i = from.incident();
    Incident target = into.incident();
    Desk.requireCommand(from.actor(), i);
    states.require(i, IncidentAction.MERGE);
    if (target.merged()) {
      throw Problem.refused(ProblemCode.INCIDENT_MERGED, target.number)
          .with("mergedInto", target.mergedInto);
    }
    if (target.state == IncidentState.CLOSED && i.state != IncidentState.CLOSED) {
      throw Problem.refused(ProblemCode.MERGE_TARGET_CLOSED, i.number, target.number);
    }
    if (!Objects.equals(i.exercise, target.exercise)) {
      throw Problem.refused(ProblemCode.EXERCISE_MIXED, i.number, target.number);
    }
    if (desk.history.pendingOffer(i.id).isPresent()) {
      throw Problem.refused(ProblemCode.HANDOVER_PENDING, i.number);
    }
  }

  IncidentView unmerge(MatterId id, Edit.Unmerge edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    Work work = desk.take(id, edit.version(), Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    states.require(i, IncidentAction.UNMERGE);
    Incident carrier = desk.incidents.root(i);
    i.unmerge(IncidentState.CREATED);
    desk.incidents.update(i);
    desk.incidents.moveGroup(i.id, i.id);
    if (i.state != IncidentState.CLOSED) {
      i.state = DerivedState.of(desk.parts.currentTasks(i.id));
    }
    desk.sign(work);
    Work left = new Work(work.actor(), carrier, work.now());
    settle(left);
    desk.tell(
        new IncidentUnmerged(
            i.id, i.exercise, i.agency, i.version, work.now(), work.now(), carrier.id));
    line(left, "PARTED", "撤销并入警情 " + i.number, "Merge of " + i.number + " undone", i);
    desk.show(carrier.id, desk.parts.involved(i.id));
    return desk.record(
        work,
        "UNMERGED",
        why,
        new Text(
            "撤销合并到 %s：%s".formatted(carrier.number, why),
            "Merge into %s undone: %s".formatted(carrier.number, why)),
        Map.of("from", carrier.number, "fromId", carrier.id.toString()));
  }

  /** The carrier's state follows the units it now has. */
  private void settle(Work carrier) {
    Incident i = carrier.incident();
    if (i.state != IncidentState.CLOSED) {
      i.state = DerivedState.of(desk.parts.currentTasks(i.id));
    }
    i.touched(carrier.now());
    desk.incidents.update(i);
  }

  private void line(Work on, String kind, String zh, String en, Incident other) {
    desk.history.line(
        on.incident().id,
        kind,
        new Text(zh, en),
        on.now(),
        on.now(),
        on.actor(),
        Map.of("incident", other.number, "incidentId", other.id.toString()));
  }
}
