package org.tocsin.tracing.statement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one table.
 *
 * @param name of the file, and of the sheet where there are several
 * @param mapping what its columns were taken for; null for a layout that needs none
 * @param remembered whether that had been settled before
 * @param rows how many became entries
 * @param skipped rows that need no attention, by reason
 * @param bad rows that do, the first {@link #MOST_BAD} of them
 * @param badRows how many in all
 * @param gaps places where one balance does not follow from the one before: rows are missing
 */
public record StatementReport(
    String name,
    @Nullable Mapping mapping,
    boolean remembered,
    long rows,
    Map<Reason, Integer> skipped,
    List<BadRow> bad,
    long badRows,
    long gaps) {
  /** No more are kept to be shown. */
  public static final int MOST_BAD = 10_000;

  /** Copies what it is given. */
  public StatementReport {
    skipped = Map.copyOf(skipped);
    bad = List.copyOf(bad);
  }
}
