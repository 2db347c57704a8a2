package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.foundation.Actor;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/** Assignments and their facts in the database. Whoever writes holds the lock of the unit's row. */
@Repository
class AssignmentStore {
  private static final String ACTIVE = " status not in ('CLEARED', 'CANCELLED') ";

  private final JdbcClient jdbc;

  AssignmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AssignmentRow> find(AssignmentId id) {
    return jdbc.sql("select * from dispatch.assignment where id = :id")
        .param("id", id.value())
        .query(AssignmentStore::row)
        .optional();
  }

  /** What units are bound to, the oldest order first. */
  List<AssignmentRow> active(Collection<UnitId> units) {
    return jdbc.sql(
            "select * from dispatch.assignment where unit_id = any(:units) and"
                + ACTIVE
                + "order by dispatched_at, id")
        .param("units", Columns.values(units))
        .query(AssignmentStore::row)
        .list();
  }

  List<AssignmentRow> allActive() {
    return jdbc.sql(
            "select * from dispatch.assignment where" + ACTIVE + "order by dispatched_at, id")
        .query(AssignmentStore::row)
        .list();
  }

  List<AssignmentRow> ofMatter(MatterId matter) {
    return jdbc.sql(
            """
            select * from dispatch.assignment where matter_id = :matter
            order by dispatched_at, id
            """)
        .param("matter", matter.value())
        .query(AssignmentStore::row)
        .list();
  }

  /** Those ordered for an incident or carried by it. */
  List<AssignmentRow> touching(MatterId matter) {
    return jdbc.sql(
            """
            select * from dispatch.assignment
            where ordered_for = :matter or matter_id = :matter order by id
            """)
        .param("matter", matter.value())
        .query(AssignmentStore::row)
        .list();
  }

  void insert(AssignmentRow row) {
    jdbc.sql(
            """
            insert into dispatch.assignment (id, matter_id, ordered_for, unit_id, incident_number,
              type_code, priority, incident_agency_id, unit_agency_id, call_sign, unit_type_code,
              status, dispatched_at, expected_seconds, ordered_by, ordered_by_name, order_reason,
              exercise_id)
            values (:id, :matter, :matter, :unit, :number, :type, :priority, :incidentAgency,
              :unitAgency, :callSign, :unitType, :status, :at, :expected, :by, :byName, :reason,
              :exercise)
            """)
        .param("id", row.id().value())
        .param("matter", row.matter().value())
        .param("unit", row.unit().value())
        .param("number", row.incidentNumber())
        .param("type", row.typeCode())
        .param("priority", row.priority())
        .param("incidentAgency", row.incidentAgency().value())
        .param("unitAgency", row.unitAgency().value())
        .param("callSign", row.callSign())
        .param("unitType", row.unitType())
        .param("status", row.status().name())
        .param("at", Columns.at(row.instants().dispatched()))
        .param("expected", row.expectedSeconds())
        .param("by", row.orderedBy())
        .param("byName", row.orderedByName())
        .param("reason", row.orderReason())
        .param("exercise", Columns.value(row.exercise()))
        .update();
  }

  /** Moves to a status and stamps its instant. */
  AssignmentRow move(
      AssignmentId id, AssignmentStatus to, Instant at, boolean late, @Nullable String endReason) {
    return jdbc.sql(
            """
            update dispatch.assignment set status = :status, %s = :at, version = version + 1,
              late = late or :late,
              end_reason = coalesce(:reason, end_reason)
            where id = :id returning *
            """
                .formatted(column(to)))
        .param("id", id.value())
        .param("status", to.name())
        .param("at", Columns.at(at))
        .param("late", late)
        .param("reason", endReason)
        .query(AssignmentStore::row)
        .single();
  }

  /** Stamps the instant of a step that was skipped; the status stays. */
  AssignmentRow stamp(AssignmentId id, AssignmentStatus step, Instant at) {
    return jdbc.sql(
            """
            update dispatch.assignment set %s = :at, late = true, version = version + 1
            where id = :id returning *
            """
                .formatted(column(step)))
        .param("id", id.value())
        .param("at", Columns.at(at))
        .query(AssignmentStore::row)
        .single();
  }

  AssignmentRow feedback(
      AssignmentId id, String text, @Nullable String disposition, Instant firstAt, boolean late) {
    return jdbc.sql(
            """
            update dispatch.assignment set feedback = :text, feedback_disposition = :disposition,
              fed_back_at = coalesce(fed_back_at, :at), late = late or :late, version = version + 1
            where id = :id returning *
            """)
        .param("id", id.value())
        .param("text", text)
        .param("disposition", disposition)
        .param("at", Columns.at(firstAt))
        .param("late", late)
        .query(AssignmentStore::row)
        .single();
  }

  AssignmentRow checkIn(AssignmentId id, Instant at) {
    return jdbc.sql(
            """
            update dispatch.assignment set checked_in_at = :at, version = version + 1
            where id = :id returning *
            """)
        .param("id", id.value())
        .param("at", Columns.at(at))
        .query(AssignmentStore::row)
        .single();
  }

  /**
   * Makes the copies of incident data follow the incident.
   *
   * @param ordered the incident the units were ordered for
   * @param carrier the incident that carries it now, the same unless merged
   * @return the rows that changed
   */
  List<AssignmentRow> follow(MatterId ordered, Copies carrier) {
    return jdbc.sql(
            """
            update dispatch.assignment
            set matter_id = case when ordered_for = :ordered then :carrier else matter_id end,
              incident_number = :number, type_code = :type, priority = :priority,
              incident_agency_id = :agency, version = version + 1
            where (ordered_for = :ordered or (matter_id = :ordered and :ordered = :carrier))
              and (matter_id, incident_number, type_code, priority, incident_agency_id)
                is distinct from
                (case when ordered_for = :ordered then :carrier else matter_id end,
                 :number, :type, :priority, :agency)
            returning *
            """)
        .param("ordered", ordered.value())
        .param("carrier", carrier.matter().value())
        .param("number", carrier.number())
        .param("type", carrier.typeCode())
        .param("priority", carrier.priority())
        .param("agency", carrier.agency().value())
        .query(AssignmentStore::row)
        .list();
  }

  /** What an assignment repeats of its incident. */
  record Copies(MatterId matter, String number, String typeCode, int priority, AgencyId agency) {}

  /** Keeps the fact for ever. */
  void fact(
      AssignmentId id,
      String step,
      Instant occurred,
      Instant entered,
      Actor by,
      @Nullable String note) {
    jdbc.sql(
            """
            insert into dispatch.assignment_fact
              (id, assignment_id, step, occurred_at, entered_at, by_id, by_name, note)
            values (:id, :assignment, :step, :occurred, :entered, :by, :byName, :note)
            """)
        .param("id", Ids.next())
        .param("assignment", id.value())
        .param("step", step)
        .param("occurred", Columns.at(occurred))
        .param("entered", Columns.at(entered))
        .param("by", by.id())
        .param("byName", by.name())
        .param("note", note)
        .update();
  }

  /** One late entry. */
  record LateFact(AssignmentId assignment, String step, Instant occurred, Instant entered) {}

  List<LateFact> late(Collection<AssignmentId> ids) {
    return jdbc.sql(
            """
            select * from dispatch.assignment_fact
            where assignment_id = any(:ids) and occurred_at < entered_at order by id
            """)
        .param("ids", Columns.values(ids))
        .query(
            (row, i) ->
                new LateFact(
                    new AssignmentId(Columns.uuid(row, "assignment_id")),
                    row.getString("step"),
                    Columns.instant(row, "occurred_at"),
                    Columns.instant(row, "entered_at")))
        .list();
  }

  private static String column(AssignmentStatus status) {
    return switch (status) {
      case DISPATCHED -> "dispatched_at";
      case ACKNOWLEDGED -> "acknowledged_at";
      case EN_ROUTE -> "departed_at";
      case ON_SCENE -> "arrived_at";
      case TRANSPORTING -> "transport_at";
      case AT_DESTINATION -> "destination_at";
      case CLEARED, CANCELLED -> "cleared_at";
    };
  }

  static AssignmentRow row(ResultSet row, int index) throws SQLException {
    return new AssignmentRow(
        new AssignmentId(Columns.uuid(row, "id")),
        new MatterId(Columns.uuid(row, "matter_id")),
        new MatterId(Columns.uuid(row, "ordered_for")),
        new UnitId(Columns.uuid(row, "unit_id")),
        row.getString("incident_number"),
        row.getString("type_code"),
        row.getInt("priority"),
        new AgencyId(Columns.uuid(row, "incident_agency_id")),
        new AgencyId(Columns.uuid(row, "unit_agency_id")),
        row.getString("call_sign"),
        row.getString("unit_type_code"),
        AssignmentStatus.valueOf(row.getString("status")),
        instants(row),
        Columns.integerOrNull(row, "expected_seconds"),
        row.getString("feedback"),
        row.getString("feedback_disposition"),
        row.getString("ordered_by"),
        row.getString("ordered_by_name"),
        row.getString("order_reason"),
        row.getString("end_reason"),
        row.getBoolean("late"),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        row.getLong("version"));
  }

  private static AssignmentRow.Instants instants(ResultSet row) throws SQLException {
    return new AssignmentRow.Instants(
        Columns.instant(row, "dispatched_at"),
        Columns.instantOrNull(row, "acknowledged_at"),
        Columns.instantOrNull(row, "departed_at"),
        Columns.instantOrNull(row, "arrived_at"),
        Columns.instantOrNull(row, "transport_at"),
        Columns.instantOrNull(row, "destination_at"),
        Columns.instantOrNull(row, "fed_back_at"),
        Columns.instantOrNull(row, "cleared_at"),
        Columns.instantOrNull(row, "checked_in_at"));
  }
}
