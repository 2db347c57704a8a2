package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.matter.Step;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;
import org.tocsin.kernel.UnitId;

/** What hangs on an incident: callers, tasks, stamps, overdue steps, agencies, history. */
@Repository
class PartStore {
  /** Why an agency may see an incident. */
  enum Reason {
    OWNER,
    FORMER_OWNER,
    UNIT,
    HANDOVER
  }

  private final JdbcClient jdbc;

  PartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void addCall(MatterId matter, CallView call, Instant now) {
    jdbc.sql(
            """
            insert into matter.call (signal_id, matter_id, number, channel, callback_masked,
              received_at, joined_at)
            values (:signal, :matter, :number, :channel, :masked, :received, :now)
            """)
        .param("signal", call.id().value())
        .param("matter", matter.value())
        .param("number", call.number())
        .param("channel", call.channel().name())
        .param("masked", call.maskedNumber())
        .param("received", at(call.receivedAt()))
        .param("now", at(now))
        .update();
  }

  /** Takes the call off; false if it does not hang on the incident itself. */
  boolean removeCall(MatterId matter, SignalId signal) {
    return jdbc.sql("delete from matter.call where signal_id = :signal and matter_id = :matter")
            .param("signal", signal.value())
            .param("matter", matter.value())
            .update()
        == 1;
  }

  /** When the first of the callers that hang on the incident reached us. */
  @Nullable Instant firstReceived(MatterId matter) {
    return jdbc.sql("select min(received_at) as first from matter.call where matter_id = :matter")
        .param("matter", matter.value())
        .query((rs, n) -> Optional.ofNullable(findInstant(rs, "first")))
        .single()
        .orElse(null);
  }

  /** Puts a unit on the incident; telling it twice changes nothing. */
  boolean addTask(MatterId matter, Progress.Sent unit, int round, Instant at) {
    return jdbc.sql(
                """
                insert into matter.task (assignment_id, matter_id, unit_id, call_sign, agency_id,
                  round, dispatched_at)
                values (:assignment, :matter, :unit, :callSign, :agency, :round, :at)
                on conflict (assignment_id) do nothing
                """)
            .param("assignment", unit.assignment().value())
            .param("matter", matter.value())
            .param("unit", unit.unit().value())
            .param("callSign", unit.callSign())
            .param("agency", unit.agency().value())
            .param("round", round)
            .param("at", at(at))
            .update()
        == 1;
  }

  /** Notes a fact of a task once; what was told first stays. False if it was told before. */
  boolean mark(AssignmentId assignment, TaskColumn column, Instant at) {
    return jdbc.sql(
                "update matter.task set %1$s = :at where assignment_id = :id and %1$s is null"
                    .formatted(column.sql()))
            .param("at", at(at))
            .param("id", assignment.value())
            .update()
        == 1;
  }

  Optional<Task> findTask(MatterId matter, AssignmentId assignment) {
    return jdbc.sql(
            "select * from matter.task where matter_id = :matter and assignment_id = :assignment")
        .param("matter", matter.value())
        .param("assignment", assignment.value())
        .query((rs, n) -> task(rs))
        .optional();
  }

  /** The tasks of the incident and of all that is merged into it. */
  List<Task> tasks(MatterId root) {
    return jdbc.sql(
            """
            select t.* from matter.task t join matter.matter m on m.id = t.matter_id
            where m.root_id = :root
            """)
        .param("root", root.value())
        .query((rs, n) -> task(rs))
        .list();
  }

  /** Those of {@link #tasks} that belong to the current round and so decide the state. */
  List<Task> currentTasks(MatterId root) {
    return jdbc.sql(
            """
            select t.* from matter.task t join matter.matter m on m.id = t.matter_id
            where m.root_id = :root and t.round = m.round
            """)
        .param("root", root.value())
        .query((rs, n) -> task(rs))
        .list();
  }

  /**
   * Stamps a step of one source (a unit's assignment, or the incident itself) for ever.
   *
   * @return false if it is stamped already; then nothing changes
   */
  boolean stamp(MatterId matter, Step step, UUID source, Instant at, Instant entered, String by) {
    return jdbc.sql(
                """
                insert into matter.stamp (matter_id, step, source_id, occurred_at, entered_at,
                  entered_by)
                values (:matter, :step, :source, :at, :entered, :by) on conflict do nothing
                """)
            .param("matter", matter.value())
            .param("step", step.name())
            .param("source", source)
            .param("at", at(at))
            .param("entered", at(entered))
            .param("by", by)
            .update()
        == 1;
  }

  /** Notes an overdue step or its settling; once settled it stays settled. */
  void overdue(MatterId matter, String alert, String step, Instant since, boolean settled) {
    jdbc.sql(
            """
            insert into matter.overdue (matter_id, alert_id, step, since, settled)
            values (:matter, :alert, :step, :since, :settled)
            on conflict (matter_id, alert_id)
            do update set settled = matter.overdue.settled or excluded.settled
            """)
        .param("matter", matter.value())
        .param("alert", alert)
        .param("step", step)
        .param("since", at(since))
        .param("settled", settled)
        .update();
  }

  void involve(MatterId matter, AgencyId agency, Reason reason) {
    jdbc.sql(
            """
            insert into matter.involved_agency (matter_id, agency_id, reason)
            values (:matter, :agency, :reason) on conflict do nothing
            """)
        .param("matter", matter.value())
        .param("agency", agency.value())
        .param("reason", reason.name())
        .update();
  }

  void uninvolve(MatterId matter, AgencyId agency, Reason reason) {
    jdbc.sql(
            """
            delete from matter.involved_agency
            where matter_id = :matter and agency_id = :agency and reason = :reason
            """)
        .param("matter", matter.value())
        .param("agency", agency.value())
        .param("reason", reason.name())
        .update();
  }

  /** The agencies that may see the incident, with those of all that is merged into it. */
  Set<AgencyId> involved(MatterId id) {
    List<UUID> found =
        jdbc.sql(
                """
                select distinct i.agency_id from matter.involved_agency i
                join matter.matter m on m.id = i.matter_id where m.root_id = :id or m.id = :id
                """)
            .param("id", id.value())
            .query(UUID.class)
            .list();
    Set<AgencyId> agencies = new HashSet<>();
    found.forEach(a -> agencies.add(new AgencyId(a)));
    return agencies;
  }

  private static Task task(ResultSet rs) throws SQLException {
    return new Task(
        new AssignmentId(uuid(rs, "assignment_id")),
        new MatterId(uuid(rs, "matter_id")),
        new UnitId(uuid(rs, "unit_id")),
        rs.getString("call_sign"),
        new AgencyId(uuid(rs, "agency_id")),
        rs.getInt("round"),
        instant(rs, "dispatched_at"),
        findInstant(rs, "acknowledged_at"),
        findInstant(rs, "departed_at"),
        findInstant(rs, "arrived_at"),
        findInstant(rs, "transport_at"),
        findInstant(rs, "destination_at"),
        findInstant(rs, "fed_back_at"),
        findInstant(rs, "cleared_at"),
        findInstant(rs, "withdrawn_at"));
  }
}
