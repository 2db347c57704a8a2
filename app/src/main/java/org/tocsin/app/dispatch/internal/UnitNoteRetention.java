package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/** Notes about units: their words may name members of the crew. */
@Repository
class UnitNoteRetention implements RetentionRule {
  private final JdbcClient jdbc;

  UnitNoteRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "dispatch.unit-note";
  }

  @Override
  public List<String> fields() {
    return List.of("dispatch.unit_note.*");
  }

  @Override
  public int erase(Instant before, int atMost) {
    return jdbc.sql(
            """
            delete from dispatch.unit_note
             where id in (select id from dispatch.unit_note where at < :before
                           order by at limit :most for update skip locked)
            """)
        .param("before", Columns.at(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(at) as oldest from dispatch.unit_note")
        .query((row, i) -> Optional.ofNullable(Columns.instantOrNull(row, "oldest")))
        .single();
  }
}
