package org.tocsin.tracing.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose first rows have been looked at and are read again from the start. */
final class Rewound implements Table {
  private final Table table;
  private final List<Row> first = new ArrayList<>();
  private final List<@Nullable Reason> damages = new ArrayList<>();
  private int next;

  Rewound(Table table, int rows) throws IOException {
    this.table = table;
    while (first.size() < rows && table.next()) {
      first.add(table.row().copy());
      damages.add(table.damage());
    }
  }

  /** The first rows as texts. */
  List<String[]> sample() {
    return first.stream().map(Row::texts).toList();
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public boolean next() throws IOException {
    return next++ < first.size() || table.next();
  }

  @Override
  public Row row() {
    return next <= first.size() ? first.get(next - 1) : table.row();
  }

  @Override
  public @Nullable Reason damage() {
    return next <= first.size() ? damages.get(next - 1) : table.damage();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
