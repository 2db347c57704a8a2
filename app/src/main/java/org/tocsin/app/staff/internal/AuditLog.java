package org.tocsin.app.staff.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.kernel.MatterId;
import tools.jackson.databind.JsonNode;

/**
 * Reading the audit log, which is itself written into it. Each entry belongs to the agency of who
 * acted; entries of the system itself are seen by who sees the whole tree.
 */
@Service
public class AuditLog {
  private static final int CHUNK = 1_000;
  private static final String[] HEADER = {
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
    "detail"
  };

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

  private final AuditStore store;
  private final StaffChanges changes;

  AuditLog(AuditStore store, StaffChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  /** A page of entries, newest first. */
  public Page<Entry> page(Filter filter, @Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.AUDIT_READ);
    int rows = Page.limit(limit);
    List<Entry> entries = store.before(filter, actor.scope(), Cursor.number(after), rows + 1);
    changes.auditRead(described("audit.read", filter));
    return Page.of(entries, rows, e -> Long.toString(e.seq()));
  }

  /** Writes all entries as CSV, oldest first, up to those of this moment. */
  public void export(Filter filter, Appendable out) {
    Actor actor = Acting.require(Permission.AUDIT_EXPORT);
    changes.auditRead(described("audit.exported", filter));
    long upTo = store.last();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord((Object[]) HEADER);
      long last = 0;
      List<Entry> chunk;
      do {
        chunk = store.between(filter, actor.scope(), last, upTo, CHUNK);
        for (Entry entry : chunk) {
          print(csv, entry);
          last = entry.seq();
        }
      } while (chunk.size() == CHUNK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
