package org.tocsin.app.matter.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/**
 * Files of major events that are over: who organised it and what was written down freely is
 * emptied; number, place, times and figures stay.
 */
@Repository
class EventFileRetention implements RetentionRule {
  private static final String HELD =
      "f.state in ('CLOSED', 'CANCELLED') and (f.organiser <> '' or f.note is not null"
          + " or f.report <> '' or exists (select from matter.event_item i"
          + " where i.file_id = f.id and i.note is not null))";

  private final JdbcClient jdbc;

  EventFileRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "matter.event-file";
  }

  @Override
  public List<String> fields() {
    return List.of(
        "matter.event_file.organiser",
        "matter.event_file.note",
        "matter.event_file.report",
        "matter.event_item.note");
  }

  @Override
  public int erase(Instant before, int atMost) {
    // One statement: a file and its checklist are emptied together.
    return jdbc.sql(
            """
            with old as (
              select f.id from matter.event_file f where f.ends_at < :before and %s
               order by f.ends_at limit :most for update skip locked),
            items as (
              update matter.event_item set note = null
               where note is not null and file_id in (select id from old))
            update matter.event_file set organiser = '', note = null, report = ''
             where id in (select id from old)
            """
                .formatted(HELD))
        .param("before", Timestamp.from(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(f.ends_at) from matter.event_file f where " + HELD)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
