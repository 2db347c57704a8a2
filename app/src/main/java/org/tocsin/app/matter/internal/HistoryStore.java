package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.TimelineEntry;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.MatterId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is only ever added to: timeline, classifications, closings; and offers of hand-over. */
@Repository
class HistoryStore {
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  HistoryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An offer to another agency that waits for its answer. */
  record Offer(UUID id, AgencyId from, AgencyId to, Instant offeredAt) {}

  void line(
      MatterId matter,
      String kind,
      Text text,
      Instant at,
      Instant entered,
      Actor by,
      Map<String, ? extends @Nullable Object> data) {
    jdbc.sql(
            """
            insert into matter.entry (matter_id, at, entered_at, kind, by_id, by_name, text_zh,
              text_en, data)
            values (:matter, :at, :entered, :kind, :byId, :byName, :zh, :en, :data::jsonb)
            """)
        .param("matter", matter.value())
        .param("at", at(at))
        .param("entered", at(entered))
        .param("kind", kind)
        .param("byId", by.id())
        .param("byName", by.name())
        .param("zh", text.zh())
        .param("en", text.en())
        .param("data", json.writeValueAsString(data))
        .update();
  }

  /** Lines of the incident and of those merged into it, in the order they were written. */
  List<TimelineEntry> lines(MatterId matter, long after, int limit, Scope scope) {
    return jdbc.sql(
            """
            select e.* from matter.entry e join matter.matter m on m.id = e.matter_id
            where (m.root_id = :id or m.id = :id) and e.seq > :after
              and (:all or exists (
                select 1 from matter.involved_agency i join matter.matter x on x.id = i.matter_id
                where (x.root_id = :id or x.id = :id) and i.agency_id = any(:agencies)))
            order by e.seq limit :limit
            """)
        .param("id", matter.value())
        .param("after", after)
        .param("limit", limit)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(
            (rs, n) ->
                new TimelineEntry(
                    rs.getLong("seq"),
                    instant(rs, "at"),
                    instant(rs, "entered_at"),
                    rs.getString("kind"),
                    rs.getString("by_name"),
                    new Text(rs.getString("text_zh"), rs.getString("text_en")),
                    json.readValue(rs.getString("data"), DATA)))
        .list();
  }

  void classified(Incident i, String by, Instant now, @Nullable String reason) {
    jdbc.sql(
            """
            insert into matter.classification (id, matter_id, type_code, priority, set_at, set_by,
              reason)
            values (:id, :matter, :type, :priority, :now, :by, :reason)
            """)
        .param("id", Ids.next())
        .param("matter", i.id.value())
        .param("type", i.typeCode)
        .param("priority", i.priority)
        .param("now", at(now))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  /** Keeps a closing; gives its id, the source of its stamp. */
  UUID closed(Incident i, String by, Instant now) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into matter.closing (id, matter_id, closed_at, disposition_code, note, nuisance,
              closed_by)
            values (:id, :matter, :now, :code, :note, :nuisance, :by)
            """)
        .param("id", id)
        .param("matter", i.id.value())
        .param("now", at(now))
        .param("code", i.dispositionCode)
        .param("note", i.dispositionNote)
        .param("nuisance", i.nuisance)
        .param("by", by)
        .update();
    return id;
  }

  void offered(MatterId matter, AgencyId from, AgencyId to, String reason, String by, Instant now) {
    jdbc.sql(
            """
            insert into matter.handover (id, matter_id, from_agency, to_agency, reason, offered_at,
              offered_by, state)
            values (:id, :matter, :from, :to, :reason, :now, :by, 'OFFERED')
            """)
        .param("id", Ids.next())
        .param("matter", matter.value())
        .param("from", from.value())
        .param("to", to.value())
        .param("reason", reason)
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  Optional<Offer> pendingOffer(MatterId matter) {
    return jdbc.sql("select * from matter.handover where matter_id = :matter and state = 'OFFERED'")
        .param("matter", matter.value())
        .query(
            (rs, n) ->
                new Offer(
                    uuid(rs, "id"),
                    new AgencyId(uuid(rs, "from_agency")),
                    new AgencyId(uuid(rs, "to_agency")),
                    instant(rs, "offered_at")))
        .optional();
  }

  void answered(UUID offer, boolean accepted, String by, Instant now, @Nullable String reason) {
    jdbc.sql(
            """
            update matter.handover set state = :state, answered_at = :now, answered_by = :by,
              answer_reason = :reason
            where id = :id
            """)
        .param("state", accepted ? "ACCEPTED" : "DECLINED")
        .param("now", at(now))
        .param("by", by)
        .param("reason", reason)
        .param("id", offer)
        .update();
  }
}
