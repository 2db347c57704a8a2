package org.tocsin.app.staff.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.MatterId;
import tools.jackson.databind.json.JsonMapper;

/** The foundation's audit log, read only. */
@Repository
class AuditStore {
  private static final String WHERE =
      """
      select * from foundation.audit_entry
       where (:all or agency_id = any(:agencies))
         and (cast(:who as text) is null or actor_id = :who or actor_name = :who)
         and (cast(:action as text) is null or action = :action or action like :under)
         and (cast(:matter as uuid) is null or matter_id = :matter)
         and (cast(:subject as text) is null or subject = :subject)
         and (cast(:from as timestamptz) is null or at >= :from)
         and (cast(:to as timestamptz) is null or at < :to)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The number of the last entry. */
  long last() {
    return jdbc.sql("select audit_seq from foundation.ledger_head").query(Long.class).single();
  }

  /** Newest first, before a number. */
  List<AuditLog.Entry> before(
      AuditLog.Filter filter, Scope scope, @Nullable Long before, int rows) {
    return select(
            WHERE
                + " and (cast(:before as bigint) is null or seq < :before) order by seq desc limit :rows",
            filter,
            scope)
        .param("before", before)
        .param("rows", rows)
        .query((row, i) -> entry(row))
        .list();
  }

  /** Oldest first, after one number up to another. */
  List<AuditLog.Entry> between(
      AuditLog.Filter filter, Scope scope, long after, long upTo, int rows) {
    return select(
            WHERE + " and seq > :after and seq <= :upTo order by seq limit :rows", filter, scope)
        .param("after", after)
        .param("upTo", upTo)
        .param("rows", rows)
        .query((row, i) -> entry(row))
        .list();
  }

  private JdbcClient.StatementSpec select(String sql, AuditLog.Filter filter, Scope scope) {
    String action = filter.action();
    MatterId matter = filter.matter();
    return jdbc.sql(sql)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("who", filter.who())
        .param("action", action)
        .param("under", action == null ? null : action.replaceAll("[%_\\\\]", "") + ".%")
        .param("matter", matter == null ? null : matter.value())
        .param("subject", filter.subject())
        .param("from", timestamp(filter.from()))
        .param("to", timestamp(filter.to()));
  }

  private AuditLog.Entry entry(ResultSet row) throws SQLException {
    return new AuditLog.Entry(
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("actor_name"),
        row.getObject("agency_id", UUID.class),
        row.getString("action"),
        row.getObject("matter_id", UUID.class),
        row.getString("subject"),
        row.getString("why"),
        row.getString("origin"),
        row.getObject("exercise_id", UUID.class),
        json.readTree(row.getString("detail")));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
