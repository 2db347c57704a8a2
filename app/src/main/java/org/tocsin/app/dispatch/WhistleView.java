package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.WhistleId;

/**
 * A station's call for specialists (吹哨) and the answer.
 *
 * @param specialty code of a unit type
 * @param addressedAgencyId who must answer now
 * @param answerBy until when; null once answered or at the top
 * @param assignments the orders the answer gave, with their arrival
 */
public record WhistleView(
    WhistleId id,
    String number,
    @Nullable MatterId incidentId,
    AgencyId fromAgencyId,
    String fromAgencyName,
    String specialty,
    String text,
    @Nullable Spot place,
    AgencyId addressedAgencyId,
    String addressedAgencyName,
    State state,
    Instant blownAt,
    String blownBy,
    @Nullable Instant answerBy,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable String answerReason,
    List<Step> steps,
    List<AssignmentView> assignments,
    @Nullable ExerciseId exerciseId,
    long version) {

  /** Where the specialists are needed. */
  public record Spot(@Nullable String label, @Nullable Double lat, @Nullable Double lon) {}

  /** Whether it was answered. */
  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED
  }

  /** One thing that happened: BLOWN, ESCALATED, ACCEPTED, DECLINED. */
  public record Step(
      String kind,
      AgencyId agencyId,
      String agencyName,
      Instant at,
      String by,
      @Nullable String note) {}
}
