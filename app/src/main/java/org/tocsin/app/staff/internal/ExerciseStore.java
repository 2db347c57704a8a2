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
import org.tocsin.app.staff.Exercise;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** The table of exercises. */
@Repository
class ExerciseStore {
  private final JdbcClient jdbc;

  ExerciseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Exercise exercise, String by) {
    jdbc.sql(
            """
            insert into staff.exercise (id, name, note, agency_id, started_at, started_by)
            values (:id, :name, :note, :agency, :at, :by)
            """)
        .param("id", exercise.id().value())
        .param("name", exercise.name())
        .param("note", exercise.note())
        .param("agency", exercise.agencyId().value())
        .param("at", Timestamp.from(exercise.startedAt()))
        .param("by", by)
        .update();
  }

  /** Ends a running exercise; false if it is not running or out of scope. */
  boolean end(ExerciseId id, Scope scope, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.exercise set ended_at = greatest(:now, started_at), ended_by = :by
                 where id = :id and ended_at is null and (:all or agency_id = any(:agencies))
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .param("all", scope.everything())
            .param("agencies", scope.ids())
            .update()
        == 1;
  }

  Optional<Exercise> find(ExerciseId id) {
    return jdbc.sql("select * from staff.exercise where id = :id")
        .param("id", id.value())
        .query((row, i) -> exercise(row))
        .optional();
  }

  Optional<Exercise> latestRunning() {
    return jdbc.sql(
            "select * from staff.exercise where ended_at is null order by started_at desc, id desc limit 1")
        .query((row, i) -> exercise(row))
        .optional();
  }

  /** Newest first. */
  List<Exercise> page(Scope scope, @Nullable UUID after, int rows) {
    return jdbc.sql(
            """
            select * from staff.exercise
             where (:all or agency_id = any(:agencies))
               and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :rows
            """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> exercise(row))
        .list();
  }

  private static Exercise exercise(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Exercise(
        new ExerciseId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("note"),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
