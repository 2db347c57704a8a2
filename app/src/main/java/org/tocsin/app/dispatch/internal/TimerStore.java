package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.AlertId;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** Timers in the database. */
@Repository
class TimerStore {
  private final JdbcClient jdbc;

  TimerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sets a timer; one that runs for the same subject and has not gone off is set anew. */
  void arm(TimerRow row) {
    jdbc.sql(
            """
            insert into dispatch.timer (id, kind, subject_id, thing_id, assignment_id, matter_id,
              incident_number, about, agency_id, base_agency_id, watchers, since, due_at,
              escalate_seconds, exercise_id)
            values (:id, :kind, :subject, :thing, :assignment, :matter, :number, :about, :agency, :agency,
              cast(:watchers as uuid[]), :due, :due, :escalate, :exercise)
            on conflict (kind, subject_id) where settled_at is null do update
              set since = excluded.since, due_at = excluded.due_at, version = timer.version + 1
              where timer.level = 0
            """)
        .param("id", row.id().value())
        .param("kind", row.kind().name())
        .param("subject", row.subject())
        .param("thing", row.thing())
        .param("assignment", Columns.value(row.assignment()))
        .param("matter", Columns.value(row.matter()))
        .param("number", row.incidentNumber())
        .param("about", row.about())
        .param("agency", row.agency().value())
        .param("watchers", Columns.values(row.watchers()))
        .param("due", Columns.at(row.since()))
        .param("escalate", row.escalate().toSeconds())
        .param("exercise", Columns.value(row.exercise()))
        .update();
  }

  /** Locks what is due, skipping what another node has in hand; the longest due first. */
  List<TimerRow> lockDue(Instant now, int most) {
    return jdbc.sql(
            """
            select * from dispatch.timer
            where due_at <= :now and settled_at is null
            order by due_at, id limit :most for update skip locked
            """)
        .param("now", Columns.at(now))
        .param("most", most)
        .query(TimerStore::row)
        .list();
  }

  /** When the next one is due. */
  Optional<Instant> nextDue() {
    return jdbc.sql(
            "select min(due_at) as at from dispatch.timer where settled_at is null and due_at is not null")
        .query((row, i) -> Optional.ofNullable(Columns.instantOrNull(row, "at")))
        .single();
  }

  TimerRow told(AlertId id, AgencyId agency, int level, @Nullable Instant next) {
    return jdbc.sql(
            """
            update dispatch.timer set agency_id = :agency, level = :level, due_at = :next,
              version = version + 1
            where id = :id returning *
            """)
        .param("id", id.value())
        .param("agency", agency.value())
        .param("level", level)
        .param("next", Columns.at(next))
        .query(TimerStore::row)
        .single();
  }

  /** Locks the running timers of an assignment, in id order. */
  List<TimerRow> lockOfAssignment(AssignmentId id, Collection<Kind> kinds) {
    return jdbc.sql(
            """
            select * from dispatch.timer
            where assignment_id = :id and kind = any(:kinds) and settled_at is null
            order by id for update
            """)
        .param("id", id.value())
        .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
        .query(TimerStore::row)
        .list();
  }

  /** Locks the running timers of an incident, in id order. */
  List<TimerRow> lockOfMatter(MatterId id, Collection<Kind> kinds) {
    return jdbc.sql(
            """
            select * from dispatch.timer
            where matter_id = :id and kind = any(:kinds) and settled_at is null
            order by id for update
            """)
        .param("id", id.value())
        .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
        .query(TimerStore::row)
        .list();
  }

  List<TimerRow> lockOfSubject(UUID subject) {
    return jdbc.sql(
            """
            select * from dispatch.timer where subject_id = :subject and settled_at is null
            order by id for update
            """)
        .param("subject", subject)
        .query(TimerStore::row)
        .list();
  }

  /** Takes away those that never went off. */
  void delete(Collection<AlertId> ids) {
    jdbc.sql("delete from dispatch.timer where id = any(:ids)")
        .param("ids", Columns.values(ids))
        .update();
  }

  List<TimerRow> settle(Collection<AlertId> ids, Instant at) {
    return jdbc.sql(
            """
            update dispatch.timer set settled_at = :at, version = version + 1
            where id = any(:ids) returning *
            """)
        .param("ids", Columns.values(ids))
        .param("at", Columns.at(at))
        .query(TimerStore::row)
        .list();
  }

  /** The running timers of an incident follow it to the agency and incident that answer now. */
  void follow(MatterId ordered, AssignmentStore.Copies carrier) {
    jdbc.sql(
            """
            update dispatch.timer t set matter_id = :carrier, incident_number = :number,
              base_agency_id = :agency,
              agency_id = case when t.level = 0 then :agency else t.agency_id end
            where t.settled_at is null and t.assignment_id in (
              select id from dispatch.assignment
              where ordered_for = :ordered and matter_id = :carrier)
            """)
        .param("ordered", ordered.value())
        .param("carrier", carrier.matter().value())
        .param("number", carrier.number())
        .param("agency", carrier.agency().value())
        .update();
  }

  /** Open alerts in scope, the longest overdue first, after a key. */
  List<TimerRow> open(Scope scope, @Nullable Instant since, @Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select * from dispatch.timer
            where settled_at is null and level > 0
              and (:all or agency_id = any(:agencies) or watchers && cast(:agencies as uuid[]))
              and (cast(:since as timestamptz) is null
                or (since, id) > (cast(:since as timestamptz), cast(:after as uuid)))
            order by since, id limit :most
            """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("since", Columns.at(since))
        .param("after", after)
        .param("most", most)
        .query(TimerStore::row)
        .list();
  }

  List<TimerRow> openOf(MatterId matter) {
    return jdbc.sql(
            """
            select * from dispatch.timer
            where matter_id = :matter and settled_at is null and level > 0 order by since, id
            """)
        .param("matter", matter.value())
        .query(TimerStore::row)
        .list();
  }

  private static TimerRow row(ResultSet row, int index) throws SQLException {
    return new TimerRow(
        new AlertId(Columns.uuid(row, "id")),
        Kind.valueOf(row.getString("kind")),
        Columns.uuid(row, "subject_id"),
        row.getObject("thing_id", UUID.class),
        Columns.idOrNull(row, "assignment_id", AssignmentId::new),
        Columns.idOrNull(row, "matter_id", MatterId::new),
        row.getString("incident_number"),
        row.getString("about"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        new AgencyId(Columns.uuid(row, "base_agency_id")),
        watchers(row),
        Columns.instant(row, "since"),
        Columns.instantOrNull(row, "due_at"),
        Duration.ofSeconds(row.getInt("escalate_seconds")),
        row.getInt("level"),
        Columns.instantOrNull(row, "settled_at"),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        row.getLong("version"));
  }

  private static Set<AgencyId> watchers(ResultSet row) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray("watchers").getArray())
        .map(AgencyId::new)
        .collect(Collectors.toSet());
  }
}
