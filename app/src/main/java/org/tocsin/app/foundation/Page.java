package org.tocsin.app.foundation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by key.
 *
 * @param items the rows
 * @param next what to give as {@code after} for the next page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** The most rows in one page. */
  public static final int MOST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page of rows that were asked for with one more than the limit.
   *
   * @param rows at most {@code limit + 1} rows
   * @param cursor the key of a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /** A limit between 1 and {@link #MOST}, 50 where none was asked for. */
  public static int limit(@Nullable Integer asked) {
    return asked == null ? 50 : Math.clamp(asked, 1, MOST);
  }
}
