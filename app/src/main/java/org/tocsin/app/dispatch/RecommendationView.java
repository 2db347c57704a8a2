package org.tocsin.app.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * Who should go, and why.
 *
 * @param requirement what the run card asks for, in order of importance
 * @param candidates the recommended ones first, soonest first; then the others, soonest first
 * @param reasonNeeded whether ordering other units than the recommended asks for a reason
 * @param computedInMs time it took, milliseconds
 */
public record RecommendationView(
    List<Requirement> requirement,
    List<Candidate> candidates,
    boolean reasonNeeded,
    double computedInMs) {

  /**
   * One line of the run card.
   *
   * @param count how many units in all
   * @param already how many of them are on the incident
   * @param missing how many nobody can be found for
   */
  public record Requirement(
      List<String> typeCodes, int count, int already, int missing, String zh, String en) {}

  /**
   * One unit that could go.
   *
   * @param seconds by road to the place, null where its place or the way is unknown
   * @param estimated whether that is by straight line rather than by road
   * @param divertFrom the lower-priority incident it would be taken from
   * @param divertAssignmentId its order there, which diverting withdraws
   * @param fills index of the line of {@code requirement} it is recommended for
   */
  public record Candidate(
      UnitId unitId,
      String callSign,
      String typeCode,
      @Nullable Long seconds,
      @Nullable Long metres,
      boolean estimated,
      UnitStatus status,
      @Nullable MatterId divertFrom,
      org.tocsin.kernel.@Nullable AssignmentId divertAssignmentId,
      boolean recommended,
      @Nullable Integer fills,
      List<Text> reasons) {}
}
