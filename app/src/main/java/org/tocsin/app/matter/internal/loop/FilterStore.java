package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.matter.Inbox;
import org.tocsin.app.matter.InboxFilterId;
import org.tocsin.kernel.OfficerId;

/** The filters that officers keep for themselves. */
@Repository
class FilterStore {
  private final JdbcClient jdbc;

  FilterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Inbox.Filter> of(OfficerId officer) {
    return jdbc.sql("select * from matter.inbox_filter where officer_id = :officer order by name")
        .param("officer", officer.value())
        .query(
            (rs, n) ->
                new Inbox.Filter(
                    new InboxFilterId(uuid(rs, "id")),
                    rs.getString("name"),
                    rs.getString("query"),
                    instant(rs, "created_at")))
        .list();
  }

  void keep(OfficerId officer, String name, String query, Instant now) {
    jdbc.sql(
            """
            insert into matter.inbox_filter (id, officer_id, name, query, created_at)
            values (:id, :officer, :name, :query, :now)
            on conflict (officer_id, name) do update set query = excluded.query
            """)
        .param("id", InboxFilterId.next().value())
        .param("officer", officer.value())
        .param("name", name)
        .param("query", query)
        .param("now", at(now))
        .update();
  }

  boolean drop(OfficerId officer, InboxFilterId id) {
    return jdbc.sql("delete from matter.inbox_filter where id = :id and officer_id = :officer")
            .param("id", id.value())
            .param("officer", officer.value())
            .update()
        == 1;
  }
}
