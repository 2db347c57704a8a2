package org.tocsin.app.staff.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Exercise;
import org.tocsin.app.staff.Lesson;
import org.tocsin.app.staff.LessonId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.OfficerId;

/** The table of lessons. */
@Repository
class LessonStore {
  private static final String SELECT =
      """
      select l.*, o.display_name as owner_name, l.done_at is null and l.due_on < :today as overdue
        from staff.lesson l join staff.officer o on o.id = l.owner_id
       where (:all or l.agency_id = any(:agencies))
      """;

  /** What an editor may set. */
  record Words(String text, OfficerId owner, LocalDate dueOn) {}

  private final JdbcClient jdbc;

  LessonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(LessonId id, Exercise of, Words words, Instant now, String by) {
    jdbc.sql(
            """
            insert into staff.lesson (id, exercise_id, agency_id, text, owner_id, due_on,
                created_at, created_by, changed_at, changed_by)
            values (:id, :exercise, :agency, :text, :owner, :due, :now, :by, :now, :by)
            """)
        .param("id", id.value())
        .param("exercise", of.id().value())
        .param("agency", of.agencyId().value())
        .param("text", words.text())
        .param("owner", words.owner().value())
        .param("due", Date.valueOf(words.dueOn()))
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  /** Writes an open lesson anew if it still has this version. */
  boolean update(LessonId id, long version, Words words, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.lesson
                   set text = :text, owner_id = :owner, due_on = :due, version = version + 1,
                       changed_at = :now, changed_by = :by
                 where id = :id and version = :version and done_at is null
                """)
            .param("id", id.value())
            .param("version", version)
            .param("text", words.text())
            .param("owner", words.owner().value())
            .param("due", Date.valueOf(words.dueOn()))
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  boolean done(LessonId id, long version, String outcome, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.lesson
                   set done_at = :now, done_by = :by, outcome = :outcome, version = version + 1,
                       changed_at = :now, changed_by = :by
                 where id = :id and version = :version and done_at is null
                """)
            .param("id", id.value())
            .param("version", version)
            .param("outcome", outcome)
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  Optional<Lesson> find(LessonId id, Scope scope, LocalDate today) {
    return scoped(SELECT + " and l.id = :id", scope, today)
        .param("id", id.value())
        .query((row, i) -> lesson(row))
        .optional();
  }

  List<Lesson> of(ExerciseId exercise, Scope scope, LocalDate today) {
    return scoped(SELECT + " and l.exercise_id = :exercise order by l.id", scope, today)
        .param("exercise", exercise.value())
        .query((row, i) -> lesson(row))
        .list();
  }

  /** Those still to be done, by id. */
  List<Lesson> open(Scope scope, @Nullable UUID after, int rows, LocalDate today) {
    return scoped(
            SELECT
                + """
                 and l.done_at is null and (cast(:after as uuid) is null or l.id > :after)
                 order by l.id limit :rows
                """,
            scope,
            today)
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> lesson(row))
        .list();
  }

  private JdbcClient.StatementSpec scoped(String sql, Scope scope, LocalDate today) {
    return jdbc.sql(sql)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("today", Date.valueOf(today));
  }

  private static Lesson lesson(ResultSet row) throws SQLException {
    Timestamp done = row.getTimestamp("done_at");
    return new Lesson(
        new LessonId(row.getObject("id", UUID.class)),
        new ExerciseId(row.getObject("exercise_id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getString("text"),
        new OfficerId(row.getObject("owner_id", UUID.class)),
        row.getString("owner_name"),
        row.getDate("due_on").toLocalDate(),
        row.getBoolean("overdue"),
        done == null ? null : done.toInstant(),
        row.getString("done_by"),
        row.getString("outcome"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        row.getLong("version"));
  }
}
