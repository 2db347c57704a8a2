package org.tocsin.tracing.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.finding.Findings;
import org.tocsin.tracing.restitution.ReturnPlan;
import org.tocsin.tracing.statement.Book;
import org.tocsin.tracing.statement.StatementReport;

/**
 * All that a report on one trace says.
 *
 * @param made when
 * @param zone of all times shown
 * @param files the files that were read, with their SHA-256
 * @param results by rule, the one that the report is about first
 * @param plan how frozen money would be divided, where that was asked
 */
public record TraceDocument(
    Instant made,
    ZoneId zone,
    List<SourceFile> files,
    List<StatementReport> statements,
    Book book,
    int pairs,
    int duplicates,
    Snapshot snapshot,
    Map<Rule, TraceResult> results,
    Rule main,
    @Nullable Findings findings,
    @Nullable ReturnPlan plan) {

  /** A file that was read. */
  public record SourceFile(String name, long bytes, String sha256) {}

  /** Copies the list. */
  public TraceDocument {
    files = List.copyOf(files);
    statements = List.copyOf(statements);
  }

  /** The result that the report is about. */
  public TraceResult result() {
    TraceResult result = results.get(main);
    if (result == null) {
      throw new IllegalStateException("no result by " + main);
    }
    return result;
  }

  String key(int account) {
    return snapshot.key(account);
  }
}
