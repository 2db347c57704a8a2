package org.tocsin.app.figures.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
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
import org.tocsin.app.intake.events.SignalAccepted;
import org.tocsin.app.intake.events.SignalAnswered;
import org.tocsin.app.intake.events.SignalReceived;
import org.tocsin.app.intake.events.SignalRejected;
import org.tocsin.app.intake.events.SignalReleased;
import org.tocsin.app.matter.events.CallJoined;
import org.tocsin.app.matter.events.CallSeparated;
import org.tocsin.app.matter.events.IncidentClosed;
import org.tocsin.app.matter.events.IncidentCreated;
import org.tocsin.app.matter.events.IncidentEvent;
import org.tocsin.app.matter.events.IncidentHandedOver;
import org.tocsin.app.matter.events.IncidentMarkedNuisance;
import org.tocsin.app.matter.events.IncidentMerged;
import org.tocsin.app.matter.events.IncidentReclassified;
import org.tocsin.app.matter.events.IncidentRelocated;
import org.tocsin.app.matter.events.IncidentReopened;
import org.tocsin.app.matter.events.IncidentUnmerged;
import org.tocsin.app.matter.events.InstantStamped;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * Writes down each fact once, whatever the order and however often it is told. A fact's key is its
 * own, so that telling it again changes nothing.
 */
@Component
class Projection {
  private final JdbcClient jdbc;

  Projection(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @ApplicationModuleListener
  void on(SignalReceived e) {
    call(
        e.signalId(),
        "RECEIVED",
        e.occurredAt(),
        e.exerciseId(),
        e.agencyId(),
        e.channel().name(),
        e.number(),
        null,
        null);
  }

  @ApplicationModuleListener
  void on(SignalAnswered e) {
    call(
        e.signalId(),
        "ANSWERED",
        e.occurredAt(),
        e.exerciseId(),
        e.agencyId(),
        null,
        null,
        null,
        null);
  }

  @ApplicationModuleListener
  void on(SignalAccepted e) {
    call(
        e.signalId(),
        "ACCEPTED",
        e.occurredAt(),
        e.exerciseId(),
        e.agencyId(),
        null,
        null,
        e.matterId(),
        null);
  }

  @ApplicationModuleListener
  void on(SignalReleased e) {
    call(
        e.signalId(),
        "RELEASED",
        e.occurredAt(),
        e.exerciseId(),
        e.agencyId(),
        null,
        null,
        e.matterId(),
        null);
  }

  @ApplicationModuleListener
  void on(SignalRejected e) {
    call(
        e.signalId(),
        "REJECTED",
        e.occurredAt(),
        e.exerciseId(),
        e.agencyId(),
        null,
        null,
        null,
        e.outcome().name());
  }

  private void call(
      SignalId signal,
      String kind,
      Instant occurredAt,
      @Nullable ExerciseId exercise,
      AgencyId agency,
      @Nullable String channel,
      @Nullable String number,
      @Nullable MatterId matter,
      @Nullable String outcome) {
    jdbc.sql(
            "insert into figures.call_fact (signal_id, kind, occurred_at, entered_at, exercise_id, agency_id, channel, number,"
                + " matter_id, outcome) values (:signal, :kind, :at, :at, :exercise, :agency, :channel, :number, :matter, :outcome)"
                + " on conflict do nothing")
        .param("signal", signal.value())
        .param("kind", kind)
        .param("at", Timestamp.from(occurredAt))
        .param("exercise", uuid(exercise), Types.OTHER)
        .param("agency", agency.value())
        .param("channel", channel, Types.VARCHAR)
        .param("number", number, Types.VARCHAR)
        .param("matter", uuid(matter), Types.OTHER)
        .param("outcome", outcome, Types.VARCHAR)
        .update();
  }

  /** What one fact says of an incident; null where it says nothing. */
  private record Said(
      String kind,
      @Nullable String number,
      @Nullable Instant receivedAt,
      @Nullable String typeCode,
      @Nullable Boolean help,
      @Nullable Integer priority,
      @Nullable MatterId mergedInto,
      @Nullable Boolean nuisance,
      @Nullable Boolean closed,
      @Nullable String disposition) {
    static Said of(String kind) {
      return new Said(kind, null, null, null, null, null, null, null, null, null);
    }
  }

  @ApplicationModuleListener
  void on(IncidentEvent event) {
    Said said =
        switch (event) {
          case IncidentCreated e ->
              new Said(
                  "CREATED",
                  e.number(),
                  e.receivedAt(),
                  e.typeCode(),
                  e.help(),
                  e.priority(),
                  null,
                  false,
                  false,
                  null);
          case IncidentReclassified e ->
              new Said(
                  "RECLASSIFIED",
                  null,
                  null,
                  e.typeCode(),
                  e.help(),
                  e.priority(),
                  null,
                  null,
                  null,
                  null);
          case IncidentMerged e ->
              new Said("MERGED", null, null, null, null, null, e.into(), null, null, null);
          case IncidentUnmerged e -> Said.of("UNMERGED");
          case IncidentClosed e ->
              new Said(
                  "CLOSED",
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  e.nuisance(),
                  true,
                  e.dispositionCode());
          case IncidentReopened e ->
              new Said("REOPENED", null, null, null, null, null, null, false, false, null);
          case IncidentMarkedNuisance e ->
              new Said("NUISANCE", null, null, null, null, null, null, true, null, null);
          case IncidentHandedOver e -> Said.of("HANDED_OVER");
          // Calls are counted from intake, steps from dispatch, places are not counted.
          case CallJoined e -> null;
          case CallSeparated e -> null;
          case InstantStamped e -> null;
          case IncidentRelocated e -> null;
        };
    if (said != null) {
      write(event, said);
    }
  }

  private void write(IncidentEvent e, Said said) {
    jdbc.sql(
            "insert into figures.incident_fact (matter_id, version, kind, occurred_at, entered_at, exercise_id, agency_id, number,"
                + " received_at, type_code, help, priority, merged_into, nuisance, closed, disposition_code) values (:matter,"
                + " :version, :kind, :occurred, :entered, :exercise, :agency, :number, :received, :type, :help, :priority, :into,"
                + " :nuisance, :closed, :disposition) on conflict do nothing")
        .param("matter", e.matterId().value())
        .param("version", e.version())
        .param("kind", said.kind())
        .param("occurred", Timestamp.from(e.occurredAt()))
        .param("entered", Timestamp.from(e.enteredAt()))
        .param("exercise", uuid(e.exerciseId()), Types.OTHER)
        .param("agency", e.agencyId().value())
        .param("number", said.number(), Types.VARCHAR)
        .param(
            "received",
            said.receivedAt() == null ? null : Timestamp.from(said.receivedAt()),
            Types.TIMESTAMP)
        .param("type", said.typeCode(), Types.VARCHAR)
        .param("help", said.help(), Types.BOOLEAN)
        .param("priority", said.priority(), Types.INTEGER)
        .param("into", uuid(said.mergedInto()), Types.OTHER)
        .param("nuisance", said.nuisance(), Types.BOOLEAN)
        .param("closed", said.closed(), Types.BOOLEAN)
        .param("disposition", said.disposition(), Types.VARCHAR)
        .update();
  }

  @ApplicationModuleListener
  void on(AssignmentEvent e) {
    jdbc.sql(
            "insert into figures.assignment_fact (assignment_id, step, matter_id, unit_id, unit_type_code, agency_id, exercise_id,"
                + " occurred_at, entered_at) values (:assignment, :step, :matter, :unit, :type, :agency, :exercise, :occurred,"
                + " :entered) on conflict do nothing")
        .param("assignment", e.assignmentId().value())
        .param("step", step(e))
        .param("matter", e.matterId().value())
        .param("unit", e.unitId().value())
        .param("type", e.unitTypeCode())
        .param("agency", e.agencyId().value())
        .param("exercise", uuid(e.exerciseId()), Types.OTHER)
        .param("occurred", Timestamp.from(e.occurredAt()))
        .param("entered", Timestamp.from(e.enteredAt()))
        .update();
  }

  private static String step(AssignmentEvent event) {
    return switch (event) {
      case UnitDispatched e -> "DISPATCHED";
      case AssignmentAcknowledged e -> "ACKNOWLEDGED";
      case AssignmentDeparted e -> "DEPARTED";
      case AssignmentArrived e -> "ARRIVED";
      case AssignmentTransporting e -> "TRANSPORTING";
      case AssignmentDelivered e -> "DELIVERED";
      case AssignmentFedBack e -> "FED_BACK";
      case AssignmentCleared e -> "CLEARED";
      case AssignmentCancelled e -> "CANCELLED";
    };
  }

  private static @Nullable Object uuid(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
