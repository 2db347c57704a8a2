package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

/**
 * An incident that a caller may be reporting again.
 *
 * @param metres between the two places; null where one is unknown
 * @param minutesAgo since its first call
 * @param score the estimated probability that it is the same, 0 to 1; see {@link DuplicateScore}
 * @param reasons why, the strongest first
 */
public record Likely(
    Summary incident, @Nullable Integer metres, long minutesAgo, double score, List<Text> reasons) {

  /** The incident in short. */
  public record Summary(
      MatterId id,
      String number,
      String typeCode,
      String typeNameZh,
      String typeNameEn,
      int priority,
      IncidentState state,
      AgencyId agencyId,
      String addressText,
      @Nullable Double lat,
      @Nullable Double lon,
      Instant receivedAt,
      int callCount) {}

  /**
   * What is known while a call is being typed.
   *
   * @param at when the call came
   */
  public record Asked(
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String typeCode,
      @Nullable String addressText,
      @Nullable String narrative,
      Instant at) {}
}
