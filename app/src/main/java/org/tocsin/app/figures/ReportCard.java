package org.tocsin.app.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * Figures for a period, each with what is needed to count it again.
 *
 * @param asOf what had been entered by this instant was counted; asking again with it gives the
 *     same figures
 * @param zone the instance's time zone
 * @param agencyId the agency and its subtree; null for all within the reader's sight
 * @param exerciseId the exercise counted; null for the real world
 */
public record ReportCard(
    Period period,
    Instant asOf,
    String zone,
    @Nullable AgencyId agencyId,
    @Nullable ExerciseId exerciseId,
    By by,
    List<Value> figures) {
  /** From, inclusive, to, exclusive: by when the call was received. */
  public record Period(Instant from, Instant to) {}

  /** How the records are grouped. */
  public enum By {
    NONE,
    AGENCY,
    TYPE,
    PRIORITY
  }

  /** One group's key and names. */
  public record Group(String key, String zh, String en) {}

  /** Why records were not counted in a quantile or share, and how many. */
  public record Excluded(String reason, String zh, String en, long count) {}

  /**
   * One number.
   *
   * @param count the records counted
   * @param numerator for shares
   * @param denominator for shares
   * @param median in seconds, nearest rank
   * @param late how many of the counted rest on an instant that was entered later than it happened
   */
  public record Value(
      String code,
      int definitionVersion,
      String nameZh,
      String nameEn,
      String meaningZh,
      String meaningEn,
      FigureDefinition.Unit unit,
      FigureDefinition.Per per,
      @Nullable Group group,
      long count,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Long median,
      @Nullable Long p90,
      @Nullable Long min,
      @Nullable Long max,
      long late,
      List<Excluded> excluded) {}

  /**
   * A record behind a number.
   *
   * @param value seconds, for intervals
   * @param counted whether it is in the number
   * @param excluded why not
   */
  public record Entry(
      String recordId,
      FigureDefinition.Per per,
      @Nullable MatterId matterId,
      @Nullable String number,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long value,
      boolean counted,
      @Nullable String excluded,
      boolean late) {}
}
