package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.UnitId;

/** Looks back at assignments: those of a unit, those of an exercise. */
@Repository
class PastAssignments {
  private final JdbcClient jdbc;

  PastAssignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a unit was ordered to in a span of time, newest first. */
  List<AssignmentRow> ofUnit(UnitId unit, Instant from, @Nullable Instant to, int most) {
    return jdbc.sql(
            """
            select * from dispatch.assignment
            where unit_id = :unit and dispatched_at >= :from
              and (cast(:to as timestamptz) is null or dispatched_at < :to)
            order by dispatched_at desc, id desc limit :most
            """)
        .param("unit", unit.value())
        .param("from", Columns.at(from))
        .param("to", Columns.at(to))
        .param("most", most)
        .query(AssignmentStore::row)
        .list();
  }

  /** Everything in sight that was ordered as part of an exercise, in the order of the orders. */
  List<AssignmentRow> ofExercise(ExerciseId exercise, Scope scope, int most) {
    return jdbc.sql(
            """
            select * from dispatch.assignment
            where exercise_id = :exercise
              and (:all or unit_agency_id = any(:agencies) or incident_agency_id = any(:agencies))
            order by dispatched_at, id limit :most
            """)
        .param("exercise", exercise.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("most", most)
        .query(AssignmentStore::row)
        .list();
  }
}
