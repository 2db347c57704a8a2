package org.tocsin.app.staff.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.DutyLevel;
import org.tocsin.app.staff.DutyLevelId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** The table of duty levels. Who sets one holds the lock of the agency's row. */
@Repository
class DutyLevelStore {
  private final JdbcClient jdbc;

  DutyLevelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes those who set the level of one agency take turns. */
  void lock(AgencyId agency) {
    jdbc.sql("select id from staff.agency where id = :id for no key update")
        .param("id", agency.value())
        .query((row, i) -> row.getString(1))
        .list();
  }

  void insert(DutyLevel level) {
    jdbc.sql(
            """
            insert into staff.duty_level (id, agency_id, level_code, reason, starts_at, until, set_by,
                exercise_id, changed_at, changed_by)
            values (:id, :agency, :code, :reason, :starts, :until, :by, :exercise, :starts, :by)
            """)
        .param("id", level.id().value())
        .param("agency", level.agencyId().value())
        .param("code", level.levelCode())
        .param("reason", level.reason())
        .param("starts", Timestamp.from(level.startsAt()))
        .param("until", Timestamp.from(level.until()))
        .param("by", level.setBy())
        .param("exercise", value(level.exerciseId()))
        .update();
  }

  /** Ends a level that holds and has this version; empty if it is not so any more. */
  Optional<DutyLevel> end(
      DutyLevelId id,
      long version,
      DutyLevel.End kind,
      @Nullable String reason,
      Instant now,
      String by) {
    return jdbc.sql(
            """
            update staff.duty_level
               set ended_at = :now, ended_by = :by, end_kind = :kind, end_reason = :reason,
                   version = version + 1, changed_at = :now, changed_by = :by
             where id = :id and version = :version and ended_at is null returning *
            """)
        .param("id", id.value())
        .param("version", version)
        .param("kind", kind.name())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .query((row, i) -> level(row))
        .optional();
  }

  /** Ends those whose time is over; each ends at the instant that was set, however late we look. */
  List<DutyLevel> expire(Instant now, String by) {
    return jdbc.sql(
            """
            update staff.duty_level
               set ended_at = until, ended_by = :by, end_kind = 'EXPIRED', version = version + 1,
                   changed_at = :now, changed_by = :by
             where ended_at is null and until <= :now returning *
            """)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .query((row, i) -> level(row))
        .list();
  }

  /** When the next one ends by itself. */
  Optional<Instant> nextEnd() {
    return jdbc.sql("select min(until) as next from staff.duty_level where ended_at is null")
        .query((row, i) -> Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
        .single();
  }

  /** All that hold now, of every area: few rows, whatever the size of the tree. */
  List<DutyLevel> present(@Nullable ExerciseId exercise) {
    return jdbc.sql(
            """
            select * from staff.duty_level
             where ended_at is null and exercise_id is not distinct from cast(:exercise as uuid)
            """)
        .param("exercise", value(exercise))
        .query((row, i) -> level(row))
        .list();
  }

  Optional<DutyLevel> find(DutyLevelId id, Scope scope) {
    return jdbc.sql(
            "select * from staff.duty_level where id = :id and (:all or agency_id = any(:agencies))")
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query((row, i) -> level(row))
        .optional();
  }

  /** Newest first. */
  List<DutyLevel> history(Scope scope, @Nullable UUID after, int rows) {
    return jdbc.sql(
            """
            select * from staff.duty_level
             where (:all or agency_id = any(:agencies))
               and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :rows
            """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> level(row))
        .list();
  }

  private static @Nullable UUID value(@Nullable ExerciseId exercise) {
    return exercise == null ? null : exercise.value();
  }

  private static DutyLevel level(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    String kind = row.getString("end_kind");
    UUID exercise = row.getObject("exercise_id", UUID.class);
    return new DutyLevel(
        new DutyLevelId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getString("level_code"),
        row.getString("reason"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        row.getString("set_by"),
        ended == null ? null : ended.toInstant(),
        row.getString("ended_by"),
        kind == null ? null : DutyLevel.End.valueOf(kind),
        row.getString("end_reason"),
        exercise == null ? null : new ExerciseId(exercise),
        row.getLong("version"));
  }
}
