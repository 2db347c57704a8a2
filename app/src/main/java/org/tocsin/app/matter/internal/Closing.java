package org.tocsin.app.matter.internal;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Disposition;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentAction;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Step;
import org.tocsin.app.matter.events.IncidentClosed;
import org.tocsin.app.matter.events.IncidentMarkedNuisance;
import org.tocsin.app.matter.events.IncidentReopened;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.MatterId;

/** Ends incidents with a coded disposition, and opens them again. */
@Component
class Closing {
  /** The disposition of nuisance calls, which figures keep apart. */
  static final String NUISANCE = "NUISANCE";

  private final Desk desk;
  private final StatePack states;
  private final IncidentTypes types;

  Closing(Desk desk, StatePack states, IncidentTypes types) {
    this.desk = desk;
    this.states = states;
    this.types = types;
  }

  IncidentView close(MatterId id, Edit.Close edit) {
    String code = Limits.required("dispositionCode", edit.dispositionCode(), Limits.CODE);
    String note = Limits.optional("note", edit.note(), Limits.REASON);
    return end(id, edit.version(), code, note, code.equals(NUISANCE));
  }

  IncidentView nuisance(MatterId id, Edit.MarkNuisance edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    return end(id, edit.version(), NUISANCE, why, true);
  }

  private IncidentView end(
      MatterId id, long version, String code, @Nullable String note, boolean nuisance) {
    Work work = desk.take(id, version, Permission.INCIDENT_CLOSE);
    Incident i = work.incident();
    states.require(i, IncidentAction.CLOSE);
    Disposition disposition = disposition(i, code, nuisance);
    if (disposition.noteNeeded() && note == null) {
      throw Problem.invalid("note", "required");
    }
    requireNothingPending(i);
    i.close(code, note, nuisance, work.now());
    desk.sign(work);
    UUID closing = desk.history.closed(i, work.by(), work.now());
    Stamps.stamp(desk, work, Step.CLOSED, closing, work.now());
    tell(work, code, note, nuisance);
    String tail = note == null ? "" : note;
    return desk.record(
        work,
        nuisance ? "NUISANCE" : "CLOSED",
        note,
        new Text(
            "办结：%s%s".formatted(disposition.zh(), tail.isEmpty() ? "" : "。" + tail),
            "Closed: %s%s".formatted(disposition.en(), tail.isEmpty() ? "" : ". " + tail)),
        Map.of("disposition", code));
  }

  private void tell(Work work, String code, @Nullable String note, boolean nuisance) {
    Incident i = work.incident();
    if (nuisance) {
      desk.tell(
          new IncidentMarkedNuisance(
              i.id,
              i.exercise,
              i.agency,
              i.version,
              work.now(),
              work.now(),
              note == null ? "" : note));
    }
    desk.tell(
        new IncidentClosed(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            work.now(),
            work.now(),
            code,
            i.typeCode,
            nuisance));
  }

  private Disposition disposition(Incident i, String code, boolean nuisance) {
    Disposition disposition =
        types
            .disposition(code)
            .orElseThrow(() -> Problem.invalid("dispositionCode", "unknown", code));
    // A nuisance call may be of any type; all other endings must make sense for the type.
    boolean allowed =
        nuisance || types.find(i.typeCode).map(t -> t.dispositions().contains(code)).orElse(true);
    if (!allowed) {
      Text type = types.name(i.typeCode);
      throw Problem.refused(
              ProblemCode.DISPOSITION_NOT_ALLOWED,
              new Text(disposition.zh(), disposition.en()),
              type)
          .with("allowed", types.get(i.typeCode).dispositions());
    }
    return disposition;
  }

  private void requireNothingPending(Incident i) {
    String units =
        desk.parts.tasks(i.id).stream()
            .filter(t -> t.status().active())
            .map(Task::callSign)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!units.isEmpty()) {
      throw Problem.refused(ProblemCode.UNITS_ACTIVE, i.number, units).with("units", units);
    }
    if (desk.history.pendingOffer(i.id).isPresent()) {
      throw Problem.refused(ProblemCode.HANDOVER_PENDING, i.number);
    }
  }

  IncidentView reopen(MatterId id, Edit.Reopen edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    Work work = desk.take(id, edit.version(), Permission.INCIDENT_CLOSE);
    Incident i = work.incident();
    states.require(i, IncidentAction.REOPEN);
    boolean wasNuisance = i.nuisance;
    i.reopen();
    desk.sign(work);
    desk.incidents.nextRound(i.id);
    desk.tell(
        new IncidentReopened(
            i.id, i.exercise, i.agency, i.version, work.now(), work.now(), wasNuisance));
    return desk.record(
        work,
        "REOPENED",
        why,
        new Text("重新打开：" + why, "Re-opened: " + why),
        Map.of("round", i.round));
  }
}
