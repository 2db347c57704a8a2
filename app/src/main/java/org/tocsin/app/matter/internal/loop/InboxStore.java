package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists matters that wait. Every arm is a walk along one index in the order of the answer, so that
 * its cost is that of the page and not of the table: for a part of the tree, one short walk per
 * agency.
 */
@Repository
class InboxStore {
  /**
   * Which matters.
   *
   * @param closed closed ones, newest first, instead of open ones, soonest due first
   * @param dueFrom only due at or after
   * @param dueBefore only due before
   * @param undue only those without a running clock
   * @param words a {@code tsquery}
   * @param after the key of the last row before
   */
  record Wanted(
      boolean closed,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Instant dueFrom,
      @Nullable Instant dueBefore,
      boolean undue,
      @Nullable String words,
      @Nullable Key after,
      int rows) {}

  /** Where a row stands: by its due instant and id; of closed ones by its id alone. */
  record Key(@Nullable Instant due, UUID id) {}

  private final JdbcClient jdbc;

  InboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In an officer's hands, or raised by them and in nobody's. */
  List<MatterRow> mine(UUID me, Wanted wanted) {
    return query(
        "select m.* from matter.loop_matter m where (m.handler_id = :me"
            + " or (m.raised_by_id = :me and m.handler_id is null)) and %s order by %s limit :rows",
        wanted, Map.of("me", me));
  }

  /** All there is. */
  List<MatterRow> everywhere(Wanted wanted) {
    return query(
        "select m.* from matter.loop_matter m where %s order by %s limit :rows", wanted, Map.of());
  }

  /** Of some agencies. */
  List<MatterRow> of(UUID[] agencies, Wanted wanted) {
    if (wanted.words() != null || agencies.length == 1) {
      return query(
          "select m.* from matter.loop_matter m where m.agency_id = any(:agencies) and %s"
              + " order by %s limit :rows",
          wanted, Map.of("agencies", agencies));
    }
    return query(
        "select m.* from unnest(cast(:agencies as uuid[])) as a(id) cross join lateral ("
            + "select m.* from matter.loop_matter m where m.agency_id = a.id and %1$s"
            + " order by %2$s limit :rows) m order by %2$s limit :rows",
        wanted, Map.of("agencies", agencies));
  }

  /** Told to an agency from below, because nobody did it in time. */
  List<MatterRow> escalated(UUID agency, Wanted wanted) {
    return query(
        "select m.* from matter.loop_matter m where m.id in (select e.matter_id"
            + " from matter.loop_escalation e where e.agency_id = :agency and e.settled_at is null)"
            + " and %s order by %s limit :rows",
        wanted, Map.of("agency", agency));
  }

  private List<MatterRow> query(String sql, Wanted w, Map<String, Object> own) {
    List<String> where = new ArrayList<>();
    Map<String, Object> params = new HashMap<>(own);
    where.add(w.closed() ? "not m.open" : "m.open");
    add(where, params, "m.kind = :kind", "kind", w.kind());
    add(where, params, "m.state = :state", "state", w.state());
    add(where, params, "m.due_key >= :dueFrom", "dueFrom", at(w.dueFrom()));
    add(where, params, "m.due_key < :dueBefore", "dueBefore", at(w.dueBefore()));
    if (w.undue()) {
      where.add("m.due_key = 'infinity'");
    }
    add(where, params, "m.search @@ cast(:words as tsquery)", "words", w.words());
    Key after = w.after();
    if (after != null) {
      where.add(
          w.closed()
              ? "m.id < :afterId"
              : "(m.due_key, m.id) > (coalesce(cast(:afterDue as timestamptz), 'infinity'), :afterId)");
    }
    JdbcClient.StatementSpec statement =
        jdbc.sql(
            sql.formatted(
                String.join(" and ", where), w.closed() ? "m.id desc" : "m.due_key, m.id"));
    for (Map.Entry<String, Object> p : params.entrySet()) {
      statement = statement.param(p.getKey(), p.getValue());
    }
    if (after != null) {
      statement = statement.param("afterId", after.id());
      if (!w.closed()) {
        statement = statement.param("afterDue", at(after.due()), Types.TIMESTAMP_WITH_TIMEZONE);
      }
    }
    return statement.param("rows", w.rows()).query((rs, n) -> LoopStore.row(rs)).list();
  }

  private static void add(
      List<String> where,
      Map<String, Object> params,
      String clause,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.add(clause);
      params.put(name, value);
    }
  }
}
