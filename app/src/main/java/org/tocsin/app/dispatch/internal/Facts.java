package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.events.AssignmentAcknowledged;
import org.tocsin.app.dispatch.events.AssignmentArrived;
import org.tocsin.app.dispatch.events.AssignmentCancelled;
import org.tocsin.app.dispatch.events.AssignmentCleared;
import org.tocsin.app.dispatch.events.AssignmentDelivered;
import org.tocsin.app.dispatch.events.AssignmentDeparted;
import org.tocsin.app.dispatch.events.AssignmentEvent;
import org.tocsin.app.dispatch.events.AssignmentFedBack;
import org.tocsin.app.dispatch.events.AssignmentTransporting;
import org.tocsin.app.dispatch.events.UnitDispatched;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Progress;
import org.tocsin.kernel.MatterId;

/** One step of an assignment in the words of its two listeners: the incident, and other rooms. */
@Component
class Facts {
  private final AssignmentStates states;

  Facts(AssignmentStates states) {
    this.states = states;
  }

  /** What a status is called. */
  Text name(AssignmentStatus status) {
    return states.name(status);
  }

  /** What the incident learns of a reported step. */
  Progress progress(AssignmentRow a, AssignmentStatus step, Instant at, Instant now) {
    Text name = states.name(step);
    Text text = new Text(a.callSign() + " " + name.zh(), a.callSign() + " " + name.en());
    return switch (step) {
      case ACKNOWLEDGED -> new Progress.Acknowledged(a.id(), at, now, text);
      case EN_ROUTE -> new Progress.Departed(a.id(), at, now, text);
      case ON_SCENE -> new Progress.Arrived(a.id(), at, now, text);
      case TRANSPORTING -> new Progress.Transporting(a.id(), at, now, text);
      case AT_DESTINATION -> new Progress.AtDestination(a.id(), at, now, text);
      case CLEARED -> new Progress.Cleared(a.id(), at, now, text);
      case CANCELLED, DISPATCHED -> throw new IllegalArgumentException(step + " is not reported");
    };
  }

  /** What other rooms learn of a reported step. */
  AssignmentEvent event(AssignmentRow a, AssignmentStatus step, Instant at, Instant now) {
    Instant sent = a.instants().dispatched();
    return switch (step) {
      case ACKNOWLEDGED ->
          new AssignmentAcknowledged(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now);
      case EN_ROUTE ->
          new AssignmentDeparted(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now);
      case ON_SCENE ->
          new AssignmentArrived(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now);
      case TRANSPORTING ->
          new AssignmentTransporting(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now);
      case AT_DESTINATION ->
          new AssignmentDelivered(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now);
      case CLEARED ->
          new AssignmentCleared(
              a.id(),
              a.matter(),
              a.unit(),
              a.unitType(),
              a.unitAgency(),
              a.incidentAgency(),
              a.exercise(),
              sent,
              at,
              now,
              a.instants().arrived());
      case CANCELLED, DISPATCHED -> throw new IllegalArgumentException(step + " is not reported");
    };
  }

  UnitDispatched dispatched(AssignmentRow a) {
    Instant at = a.instants().dispatched();
    return new UnitDispatched(
        a.id(),
        a.matter(),
        a.unit(),
        a.unitType(),
        a.unitAgency(),
        a.incidentAgency(),
        a.exercise(),
        at,
        at,
        at,
        a.expectedSeconds());
  }

  AssignmentFedBack fedBack(
      AssignmentRow a, @Nullable String disposition, Instant at, Instant now) {
    return new AssignmentFedBack(
        a.id(),
        a.matter(),
        a.unit(),
        a.unitType(),
        a.unitAgency(),
        a.incidentAgency(),
        a.exercise(),
        a.instants().dispatched(),
        at,
        now,
        disposition);
  }

  AssignmentCancelled cancelled(
      AssignmentRow a, String reason, @Nullable MatterId divertedTo, Instant now) {
    return new AssignmentCancelled(
        a.id(),
        a.matter(),
        a.unit(),
        a.unitType(),
        a.unitAgency(),
        a.incidentAgency(),
        a.exercise(),
        a.instants().dispatched(),
        now,
        now,
        reason,
        divertedTo);
  }
}
