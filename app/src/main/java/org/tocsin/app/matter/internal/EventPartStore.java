package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.EventChecklists;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFileId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.MatterId;

/** What hangs on the file of a major event: items, posts, linked incidents, history. */
@Repository
class EventPartStore {
  private static final int MOST_FACTS = 500;

  private final JdbcClient jdbc;

  EventPartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the items that the file does not hold yet; what is ticked stays ticked. */
  void addItems(EventFileId file, List<EventChecklists.Item> items) {
    for (int i = 0; i < items.size(); i++) {
      EventChecklists.Item item = items.get(i);
      jdbc.sql(
              """
              insert into matter.event_item (file_id, code, position, zh, en, mandatory)
              values (:file, :code, :position, :zh, :en, :mandatory)
              on conflict (file_id, code) do nothing
              """)
          .param("file", file.value())
          .param("code", item.code())
          .param("position", i)
          .param("zh", item.zh())
          .param("en", item.en())
          .param("mandatory", item.mandatory())
          .update();
    }
  }

  void tick(
      EventFileId file,
      String item,
      @Nullable Instant at,
      @Nullable String by,
      @Nullable String note) {
    jdbc.sql(
            """
            update matter.event_item set checked_at = :at, checked_by = :by, note = :note
            where file_id = :file and code = :code
            """)
        .param("file", file.value())
        .param("code", item)
        .param("at", at(at))
        .param("by", by)
        .param("note", note)
        .update();
  }

  void posts(EventFileId file, List<EventFile.Post> posts) {
    jdbc.sql("delete from matter.event_post where file_id = :file")
        .param("file", file.value())
        .update();
    for (int i = 0; i < posts.size(); i++) {
      jdbc.sql(
              """
              insert into matter.event_post (file_id, position, name, required, filled)
              values (:file, :position, :name, :required, :filled)
              """)
          .param("file", file.value())
          .param("position", i)
          .param("name", posts.get(i).name())
          .param("required", posts.get(i).required())
          .param("filled", posts.get(i).filled())
          .update();
    }
  }

  /** False if it was linked before. */
  boolean link(EventFileId file, MatterId matter, Instant now, String by) {
    return jdbc.sql(
                """
                insert into matter.event_incident (file_id, matter_id, linked_at, linked_by)
                values (:file, :matter, :now, :by) on conflict do nothing
                """)
            .param("file", file.value())
            .param("matter", matter.value())
            .param("now", at(now))
            .param("by", by)
            .update()
        == 1;
  }

  boolean unlink(EventFileId file, MatterId matter) {
    return jdbc.sql(
                "delete from matter.event_incident where file_id = :file and matter_id = :matter")
            .param("file", file.value())
            .param("matter", matter.value())
            .update()
        == 1;
  }

  /** Keeps for ever what was done. */
  void fact(EventFileId file, Instant now, String kind, Actor by, Text words) {
    jdbc.sql(
            """
            insert into matter.event_fact (id, file_id, at, kind, by_id, by_name, text_zh, text_en)
            values (:id, :file, :at, :kind, :by, :byName, :zh, :en)
            """)
        .param("id", Ids.next())
        .param("file", file.value())
        .param("at", at(now))
        .param("kind", kind)
        .param("by", by.id())
        .param("byName", by.name())
        .param("zh", words.zh())
        .param("en", words.en())
        .update();
  }

  /** Newest first. */
  List<EventFile.Fact> facts(EventFileId file) {
    return jdbc.sql(
            "select * from matter.event_fact where file_id = :file order by id desc limit :most")
        .param("file", file.value())
        .param("most", MOST_FACTS)
        .query(
            (rs, n) ->
                new EventFile.Fact(
                    instant(rs, "at"),
                    rs.getString("kind"),
                    rs.getString("by_name"),
                    rs.getString("text_zh"),
                    rs.getString("text_en")))
        .list();
  }
}
