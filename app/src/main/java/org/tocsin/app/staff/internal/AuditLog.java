package org.tocsin.app.staff.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.MatterId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reading the audit log, which is itself written into it. Each entry belongs to the agency of who
 * acted; entries of the system itself are seen by who sees the whole tree.
 */
@Service
public class AuditLog {
  private static final int CHUNK = 1_000;

  /** What to look for; null does not narrow. */
  public record Filter(
      @Nullable String who,
      @Nullable String action,
      @Nullable MatterId matter,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** One entry: who did what, when, on which matter or thing, why, from where. */
  public record Entry(
      long seq,
      Instant at,
      String actorKind,
      String actorId,
      String actorName,
      @Nullable UUID agencyId,
      String action,
      @Nullable UUID matterId,
      @Nullable String subject,
      @Nullable String why,
      String origin,
      @Nullable UUID exerciseId,
      JsonNode detail) {}

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
  private final Ledger ledger;

  AuditLog(JdbcClient jdbc, JsonMapper json, Ledger ledger) {
    this.jdbc = jdbc;
    this.json = json;
    this.ledger = ledger;
  }

  /** A page of entries, newest first. */
  public Page<Entry> page(Filter filter, @Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.AUDIT_READ);
    int rows = Page.limit(limit);
    List<Entry> entries =
        select(
                WHERE
                    + " and (cast(:after as bigint) is null or seq < :after) order by seq desc limit :rows",
                filter,
                actor.scope())
            .param("after", Cursor.number(after))
            .param("rows", rows + 1)
            .query((row, i) -> entry(row))
            .list();
    ledger.auditRead(described("audit.read", filter));
    return Page.of(entries, rows, e -> Long.toString(e.seq()));
  }

  /** Writes all entries as CSV, oldest first, up to those of this moment. */
  public void export(Filter filter, Appendable out) {
    Actor actor = Acting.require(Permission.AUDIT_EXPORT);
    ledger.auditRead(described("audit.exported", filter));
    long upTo = jdbc.sql("select audit_seq from foundation.ledger_head").query(Long.class).single();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(
          "seq",
          "at",
          "actorKind",
          "actorId",
          "actorName",
          "agencyId",
          "action",
          "matterId",
          "subject",
          "why",
          "origin",
          "exerciseId",
          "detail");
      long last = 0;
      List<Entry> chunk;
      do {
        chunk = chunk(filter, actor.scope(), last, upTo);
        for (Entry entry : chunk) {
          print(csv, entry);
          last = entry.seq();
        }
      } while (chunk.size() == CHUNK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Entry> chunk(Filter filter, Scope scope, long after, long upTo) {
    return select(
            WHERE + " and seq > :after and seq <= :upTo order by seq limit " + CHUNK, filter, scope)
        .param("after", after)
        .param("upTo", upTo)
        .query((row, i) -> entry(row))
        .list();
  }

  private JdbcClient.StatementSpec select(String sql, Filter filter, Scope scope) {
    String action = filter.action();
    return jdbc.sql(sql)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("who", filter.who())
        .param("action", action)
        .param("under", action == null ? null : action.replaceAll("[%_\\\\]", "") + ".%")
        .param("matter", filter.matter() == null ? null : filter.matter().value())
        .param("subject", filter.subject())
        .param("from", timestamp(filter.from()))
        .param("to", timestamp(filter.to()));
  }

  private static Audit described(String action, Filter filter) {
    Audit audit =
        Audit.of(action)
            .detail("who", filter.who())
            .detail("action", filter.action())
            .detail("subject", filter.subject())
            .detail("from", filter.from() == null ? null : filter.from().toString())
            .detail("to", filter.to() == null ? null : filter.to().toString());
    MatterId matter = filter.matter();
    return matter == null ? audit : audit.on(matter);
  }

  private Entry entry(ResultSet row) throws SQLException {
    return new Entry(
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

  private static void print(CSVPrinter csv, Entry e) throws IOException {
    csv.printRecord(
        e.seq(),
        e.at(),
        e.actorKind(),
        cell(e.actorId()),
        cell(e.actorName()),
        e.agencyId(),
        cell(e.action()),
        e.matterId(),
        cell(e.subject()),
        cell(e.why()),
        cell(e.origin()),
        e.exerciseId(),
        e.detail());
  }

  /** A spreadsheet would run a cell that begins like a formula: such a cell gets an apostrophe. */
  private static @Nullable String cell(@Nullable String text) {
    return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
