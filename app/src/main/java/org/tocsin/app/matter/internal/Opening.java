package org.tocsin.app.matter.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.intake.Places;
import org.tocsin.app.intake.Signals;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.NewIncident;
import org.tocsin.app.matter.Step;
import org.tocsin.app.matter.events.IncidentCreated;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;

/** Opens incidents (建单), with or without a call. */
@Component
class Opening {
  private final Desk desk;
  private final Owner owner;
  private final IncidentTypes types;
  private final Signals signals;
  private final Places places;
  private final Numbers numbers;
  private final InstanceClock clock;

  Opening(
      Desk desk,
      Owner owner,
      IncidentTypes types,
      Signals signals,
      Places places,
      Numbers numbers,
      InstanceClock clock) {
    this.desk = desk;
    this.owner = owner;
    this.types = types;
    this.signals = signals;
    this.places = places;
    this.numbers = numbers;
    this.clock = clock;
  }

  IncidentView open(NewIncident in) {
    Actor actor = Acting.require(Permission.INCIDENT_WRITE);
    IncidentType type = types.get(Limits.required("typeCode", in.typeCode(), Limits.CODE));
    MatterId id = MatterId.next();
    Incident incident = incident(id, in, type, actor);
    desk.incidents.insert(incident);
    desk.parts.involve(id, incident.agency, PartStore.Reason.OWNER);
    desk.history.classified(incident, actor.name(), incident.created, null);
    // The row is there first: the call's own row points at it only by id, but the events follow it.
    CallView call = in.signalId() == null ? null : signals.accept(in.signalId(), id);
    if (call != null) {
      desk.parts.addCall(id, call, incident.created);
    }
    Work work = new Work(actor, incident, incident.created);
    tell(work, call, type);
    return desk.record(
        work, "CREATED", null, line(type, incident, call), data(type, incident, call));
  }

  private Incident incident(MatterId id, NewIncident in, IncidentType type, Actor actor) {
    CallView call = in.signalId() == null ? null : signals.get(in.signalId());
    var place = in.place() == null ? null : places.checked(in.place(), "place");
    Map<String, String> answers = Protocol.checked(type, Limits.answers(in.answers()));
    Integer priority = Limits.priority(in.priority());
    // Read once: the row, the number's day, the stamps and the events show the same instant.
    var now = clock.instant();
    Incident incident =
        new Incident(
            id,
            numbers.next("incident", LocalDate.ofInstant(now, clock.getZone())),
            call == null ? actor.exercise() : call.exerciseId(),
            now,
            type.code(),
            Objects.requireNonNullElseGet(priority, () -> Protocol.priority(type, answers)),
            owner.of(actor, in.agencyId(), place),
            actor.name());
    incident.addressText = Limits.text("addressText", in.addressText(), Limits.ADDRESS).strip();
    incident.place = place;
    incident.narrative = Limits.text("narrative", in.narrative(), Limits.NARRATIVE);
    incident.answers = answers;
    if (call != null) {
      incident.stamp(Step.RECEIVED, call.receivedAt());
    }
    return incident;
  }

  private void tell(Work work, @Nullable CallView call, IncidentType type) {
    Incident i = work.incident();
    var received = call == null ? i.created : call.receivedAt();
    var precinct = i.place == null ? null : i.place.precinct();
    desk.tell(
        new IncidentCreated(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            i.created,
            i.created,
            i.number,
            received,
            call == null ? null : call.id(),
            type.code(),
            type.group(),
            type.help(),
            i.priority,
            i.place == null ? null : i.place.lat(),
            i.place == null ? null : i.place.lon(),
            precinct == null ? null : precinct.code()));
    Stamps.stamp(desk, work, Step.CREATED, i.id.value(), i.created);
    if (call != null) {
      Stamps.stamp(desk, work, Step.RECEIVED, call.id().value(), received);
      Callers.tellJoined(desk, work, call);
    }
  }

  private static Text line(IncidentType type, Incident i, @Nullable CallView call) {
    String zh = "建单：%s，%d 级".formatted(type.nameZh(), i.priority);
    String en = "Created: %s, priority %d".formatted(type.nameEn(), i.priority);
    return call == null
        ? new Text(zh, en)
        : new Text(zh + "（来电 " + call.number() + "）", en + " (call " + call.number() + ")");
  }

  private static Map<String, @Nullable Object> data(
      IncidentType type, Incident i, @Nullable CallView call) {
    Map<String, @Nullable Object> data = new java.util.HashMap<>();
    data.put("typeCode", type.code());
    data.put("priority", i.priority);
    if (call != null) {
      data.put("call", call.number());
    }
    return data;
  }
}
