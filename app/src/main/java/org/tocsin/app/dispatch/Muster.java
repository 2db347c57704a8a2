package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * How quickly units mustered in an exercise (应急检验拉动, A14). Counted from the orders of that exercise
 * alone, which never enter real figures.
 *
 * @param arrived how many orders were followed to the scene
 * @param medianSeconds from order to arrival, by nearest rank; null where none arrived
 * @param p90Seconds the same, the 90th percentile
 * @param rows in the order of the orders, at most 1000
 */
public record Muster(
    ExerciseId exerciseId,
    int orders,
    int arrived,
    @Nullable Long medianSeconds,
    @Nullable Long p90Seconds,
    List<Row> rows) {
  public Muster {
    rows = List.copyOf(rows);
  }

  /**
   * One order to one unit; seconds count from the order, null where the step was not reported.
   *
   * @param musterSeconds from the order to the arrival: the muster time
   */
  public record Row(
      AssignmentId assignmentId,
      UnitId unitId,
      String callSign,
      AgencyId agencyId,
      MatterId incidentId,
      String incidentNumber,
      Instant orderedAt,
      @Nullable Long acknowledgedSeconds,
      @Nullable Long departedSeconds,
      @Nullable Long musterSeconds) {}
}
