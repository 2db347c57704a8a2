package org.tocsin.app.staff.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/**
 * Lessons of exercises that were seen to and confirmed: they may name persons. One that nobody has
 * seen to yet stays, however old.
 */
@Repository
class LessonRetention implements RetentionRule {
  private final JdbcClient jdbc;

  LessonRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "staff.lesson";
  }

  @Override
  public List<String> fields() {
    return List.of("staff.lesson.*");
  }

  @Override
  public int erase(Instant before, int atMost) {
    return jdbc.sql(
            """
            delete from staff.lesson where id in (
              select id from staff.lesson where done_at < :before
               order by done_at limit :most for update skip locked)
            """)
        .param("before", Timestamp.from(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(done_at) from staff.lesson where done_at is not null")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
