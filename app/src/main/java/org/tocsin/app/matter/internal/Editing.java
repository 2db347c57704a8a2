package org.tocsin.app.matter.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.intake.Places;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.events.IncidentReclassified;
import org.tocsin.app.matter.events.IncidentRelocated;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.MatterId;

/** Sets type, priority and place anew, and adds notes. */
@Component
class Editing {
  private final Desk desk;
  private final IncidentTypes types;
  private final Places places;

  Editing(Desk desk, IncidentTypes types, Places places) {
    this.desk = desk;
    this.types = types;
    this.places = places;
  }

  IncidentView classify(MatterId id, Edit.Classify edit) {
    IncidentType type = types.get(Limits.required("typeCode", edit.typeCode(), Limits.CODE));
    if (edit.priority() < 1 || edit.priority() > 4) {
      throw Problem.invalid("priority", "range", 1, 4);
    }
    String why = Limits.optional("reason", edit.reason(), Limits.REASON);
    Work work = desk.take(id, edit.version(), Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    requireNotMerged(i);
    String fromType = i.typeCode;
    int fromPriority = i.priority;
    i.typeCode = type.code();
    i.priority = edit.priority();
    desk.sign(work);
    desk.history.classified(i, work.by(), work.now(), why);
    desk.tell(
        new IncidentReclassified(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            work.now(),
            work.now(),
            fromType,
            type.code(),
            type.group(),
            type.help(),
            fromPriority,
            i.priority));
    Text before = types.name(fromType);
    return desk.record(
        work,
        "RECLASSIFIED",
        why,
        new Text(
            "改类：%s %d 级 → %s %d 级".formatted(before.zh(), fromPriority, type.nameZh(), i.priority),
            "Reclassified: %s priority %d → %s priority %d"
                .formatted(before.en(), fromPriority, type.nameEn(), i.priority)),
        Map.of(
            "fromType",
            fromType,
            "fromPriority",
            fromPriority,
            "typeCode",
            type.code(),
            "priority",
            i.priority));
  }

  IncidentView relocate(MatterId id, Edit.Relocate edit) {
    if (edit.place() == null && edit.addressText() == null) {
      throw Problem.invalid("place", "required");
    }
    var place = edit.place() == null ? null : places.checked(edit.place(), "place");
    String address = Limits.optional("addressText", edit.addressText(), Limits.ADDRESS);
    Work work = desk.take(id, edit.version(), Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    requireNotMerged(i);
    String before = i.addressText.isBlank() && i.place != null ? i.place.label() : i.addressText;
    i.place = place;
    i.addressText = address == null ? (place == null ? "" : place.label()) : address;
    desk.sign(work);
    var precinct = place == null ? null : place.precinct();
    desk.tell(
        new IncidentRelocated(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            work.now(),
            work.now(),
            place == null ? null : place.lat(),
            place == null ? null : place.lon(),
            precinct == null ? null : precinct.code()));
    return desk.record(
        work,
        "RELOCATED",
        null,
        new Text(
            "更正地点：%s → %s".formatted(before, i.addressText),
            "Place corrected: %s → %s".formatted(before, i.addressText)),
        Map.of("from", before, "to", i.addressText));
  }

  IncidentView note(MatterId id, Edit.Note edit) {
    String text = Limits.required("text", edit.text(), Limits.NARRATIVE);
    Work work = desk.takeInSight(id, Desk.ANY_VERSION, Permission.INCIDENT_WRITE);
    work.incident().touched(work.now());
    desk.incidents.update(work.incident());
    // The note itself stays out of the audit log: it may hold personal data.
    return desk.record(work, "NOTE", null, new Text(text, text), Map.of("length", text.length()));
  }

  private static void requireNotMerged(Incident i) {
    if (i.merged()) {
      throw Problem.refused(ProblemCode.INCIDENT_MERGED, i.number).with("mergedInto", i.mergedInto);
    }
  }
}
