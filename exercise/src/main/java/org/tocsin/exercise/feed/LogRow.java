package org.tocsin.exercise.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One readable row of a log, its values under the mapping's own column names; absent columns are
 * empty.
 */
final class LogRow {
  private final long line;
  private final List<String> values;
  private final Columns columns;

  LogRow(long line, List<String> values, Columns columns) {
    this.line = line;
    this.values = values;
    this.columns = columns;
  }

  long line() {
    return line;
  }

  String get(String column) {
    Integer at = columns.at.get(column);
    String value = at == null ? "" : values.get(at).strip();
    return value.isEmpty() ? columns.constants.getOrDefault(column, "") : value;
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  /** What names the row to a person. */
  String name() {
    return has("unit") ? get("call") + "-" + get("unit") : get("call");
  }

  /** Which column of a header each of the mapping's columns is. */
  static final class Columns {
    private final Map<String, Integer> at = new HashMap<>();
    private final Map<String, String> constants;
    private final int width;

    Columns(FeedMapping mapping, List<String> header) {
      constants = mapping.constantsOrNone();
      width = header.size();
      mapping
          .columns()
          .forEach(
              (ours, theirs) ->
                  theirs.stream()
                      .map(header::indexOf)
                      .filter(i -> i >= 0)
                      .findFirst()
                      .ifPresent(i -> at.put(ours, i)));
    }

    int width() {
      return width;
    }
  }
}
