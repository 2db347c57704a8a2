package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.instant;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.MatterEntry;
import org.tocsin.kernel.MatterId;
import tools.jackson.databind.json.JsonMapper;

/** The timelines of matters. */
@Repository
class EntryStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A line to write. */
  record Line(
      String what,
      Text words,
      @Nullable Text detail,
      @Nullable Instant claimedAt,
      Map<String, ? extends Object> data) {
    static Line of(String what, Text words, @Nullable Text detail) {
      return new Line(what, words, detail, null, Map.of());
    }
  }

  void write(MatterId matter, Instant now, Actor by, Line line) {
    jdbc.sql(
            """
            insert into matter.loop_entry (matter_id, at, claimed_at, by_id, by_name, what, zh, en,
              detail_zh, detail_en, data)
            values (:matter, :at, :claimed, :byId, :byName, :what, :zh, :en, :detailZh, :detailEn,
              cast(:data as jsonb))
            """)
        .param("matter", matter.value())
        .param("at", at(now))
        .param("claimed", at(line.claimedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("byId", by.id())
        .param("byName", by.name())
        .param("what", line.what())
        .param("zh", line.words().zh())
        .param("en", line.words().en())
        .param("detailZh", line.detail() == null ? null : line.detail().zh())
        .param("detailEn", line.detail() == null ? null : line.detail().en())
        .param("data", json.writeValueAsString(line.data()))
        .update();
  }

  /** Newest first, before a line's place. */
  @SuppressWarnings("unchecked") // JSON objects are maps by name
  List<MatterEntry> page(MatterId matter, @Nullable Long before, int rows) {
    return jdbc.sql(
            """
            select * from matter.loop_entry
            where matter_id = :matter and seq < :before order by seq desc limit :rows
            """)
        .param("matter", matter.value())
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("rows", rows)
        .query(
            (rs, n) ->
                new MatterEntry(
                    rs.getLong("seq"),
                    instant(rs, "at"),
                    findInstant(rs, "claimed_at"),
                    rs.getString("by_name"),
                    rs.getString("what"),
                    new Text(rs.getString("zh"), rs.getString("en")),
                    detail(rs.getString("detail_zh"), rs.getString("detail_en")),
                    json.readValue(rs.getString("data"), Map.class)))
        .list();
  }

  private static @Nullable Text detail(@Nullable String zh, @Nullable String en) {
    return zh == null || en == null ? null : new Text(zh, en);
  }
}
