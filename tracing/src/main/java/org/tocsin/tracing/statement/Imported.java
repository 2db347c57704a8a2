package org.tocsin.tracing.statement;

import java.util.List;

/**
 * What came of all files.
 *
 * @param statements one per table, in the order read
 * @param pairs payments that both banks tell of
 * @param duplicates rows that came twice
 */
public record Imported(Book book, List<StatementReport> statements, int pairs, int duplicates) {
  /** Copies the list. */
  public Imported {
    statements = List.copyOf(statements);
  }

  /** All rows that a person must look at. */
  public List<BadRow> bad() {
    return statements.stream().flatMap(s -> s.bad().stream()).toList();
  }
}
