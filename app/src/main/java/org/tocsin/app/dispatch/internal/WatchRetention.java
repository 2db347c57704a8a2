package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/**
 * Hand-overs of the watch: notes and snapshot may name persons and places; the audit entry stays.
 */
@Repository
class WatchRetention implements RetentionRule {
  private final JdbcClient jdbc;

  WatchRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "dispatch.shift-handover";
  }

  @Override
  public List<String> fields() {
    return List.of("dispatch.shift_handover.*", "dispatch.shift_handover_answer.*");
  }

  @Override
  public int erase(Instant before, int atMost) {
    // One statement: the answers go with the offers, and both or neither are gone.
    return jdbc.sql(
            """
            with old as (
              select id from dispatch.shift_handover where offered_at < :before
               order by offered_at limit :most for update skip locked),
            answers as (
              delete from dispatch.shift_handover_answer where handover_id in (select id from old)
               returning handover_id)
            delete from dispatch.shift_handover where id in (select id from old)
            """)
        .param("before", Columns.at(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(offered_at) as oldest from dispatch.shift_handover")
        .query((row, i) -> Optional.ofNullable(Columns.instantOrNull(row, "oldest")))
        .single();
  }
}
