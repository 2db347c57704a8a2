package org.tocsin.app.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.figures.ReportCard.By;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** The room's front door: figures with provenance. */
public interface Figures {
  /**
   * What to count.
   *
   * @param asOf null for now
   * @param agency with its subtree; null for all within the reader's sight
   * @param exercise null for the real world
   */
  record Query(
      Instant from,
      Instant to,
      @Nullable Instant asOf,
      @Nullable AgencyId agency,
      @Nullable ExerciseId exercise,
      By by) {}

  /** All definitions, in the order of the report card. */
  List<FigureDefinition> definitions();

  /**
   * The report card.
   *
   * @throws org.tocsin.app.foundation.Problem FORBIDDEN without FIGURES_READ, NOT_FOUND for an
   *     agency out of sight, INVALID for a period that ends before it starts or is longer than 400
   *     days
   */
  ReportCard report(Query query);

  /**
   * The records behind one number of a report card.
   *
   * @param group the group's key, null for all
   */
  Page<ReportCard.Entry> records(
      String figure,
      Query query,
      @Nullable String group,
      @Nullable String after,
      @Nullable Integer limit);
}
