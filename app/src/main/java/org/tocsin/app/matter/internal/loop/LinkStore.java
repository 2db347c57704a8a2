package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.MatterId;

/** Links between matters, and to incidents. */
@Repository
class LinkStore {
  /**
   * The other end of a link, as far as the asker sees it.
   *
   * @param kind {@code incident} for incidents
   */
  record End(
      String name,
      boolean incoming,
      String fromKind,
      int fromVersion,
      MatterId id,
      String kind,
      int kindVersion,
      String number,
      String title,
      String state) {}

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(MatterId from, String name, MatterId to, Instant now, String by) {
    jdbc.sql(
            """
            insert into matter.loop_link (matter_id, name, to_matter_id, linked_at, linked_by)
            values (:from, :name, :to, :now, :by) on conflict do nothing
            """)
        .param("from", from.value())
        .param("name", name)
        .param("to", to.value())
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  /** The kind of an incident in sight. */
  Optional<String> incident(MatterId id, Scope scope) {
    return jdbc.sql(
            """
            select i.number from matter.matter i where i.id = :id and (:all or exists (
              select from matter.involved_agency v
              where v.matter_id = i.id and v.agency_id = any(:agencies)))
            """)
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(String.class)
        .optional();
  }

  /** The links of a matter in both directions whose other end is in sight. */
  List<End> of(MatterId matter, Sight sight) {
    return sight
        .bind(
            jdbc.sql(
                """
                select l.name, false as incoming, f.kind as from_kind, f.kind_version as from_version,
                    m.id, m.kind, m.kind_version, m.number, m.title, m.state, l.linked_at
                  from matter.loop_link l
                  join matter.loop_matter f on f.id = l.matter_id
                  join matter.loop_matter m on m.id = l.to_matter_id
                  where l.matter_id = :id and @sight
                union all
                select l.name, true, m.kind, m.kind_version,
                    m.id, m.kind, m.kind_version, m.number, m.title, m.state, l.linked_at
                  from matter.loop_link l join matter.loop_matter m on m.id = l.matter_id
                  where l.to_matter_id = :id and @sight
                union all
                select l.name, false, f.kind, f.kind_version,
                    i.id, 'incident', 0, i.number, i.address_text, i.state, l.linked_at
                  from matter.loop_link l
                  join matter.loop_matter f on f.id = l.matter_id
                  join matter.matter i on i.id = l.to_matter_id
                  where l.matter_id = :id and (:all or exists (select from matter.involved_agency v
                    where v.matter_id = i.id and v.agency_id = any(:agencies)))
                order by linked_at, id
                """
                    .replace("@sight", Sight.CLAUSE)))
        .param("id", matter.value())
        .query(
            (rs, n) ->
                new End(
                    rs.getString("name"),
                    rs.getBoolean("incoming"),
                    rs.getString("from_kind"),
                    rs.getInt("from_version"),
                    new MatterId(uuid(rs, "id")),
                    rs.getString("kind"),
                    rs.getInt("kind_version"),
                    rs.getString("number"),
                    rs.getString("title"),
                    rs.getString("state")))
        .list();
  }
}
