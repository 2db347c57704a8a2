package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * How many incidents each agency of a part of the tree answers for. Every incident counts once, at
 * the agency that owns it; several callers or merged incidents are one. Read in one statement, so
 * that all numbers are of the same moment.
 *
 * @param asOf when it was counted
 * @param dayStart since when "today" counts: midnight in the zone of the instance
 * @param agencyId the top of the part
 * @param exerciseId the exercise that was counted; null counts what is real
 * @param otherOpen open incidents of this part that are not in the numbers, because they belong to
 *     an exercise and real ones are counted, or the other way round
 * @param rows parents before children
 */
public record IncidentCounts(
    Instant asOf,
    Instant dayStart,
    AgencyId agencyId,
    @Nullable ExerciseId exerciseId,
    long otherOpen,
    List<Row> rows) {
  public IncidentCounts {
    rows = List.copyOf(rows);
  }

  /**
   * One agency.
   *
   * @param parentId null for the top
   * @param own what it answers for itself
   * @param total own and the totals of those directly below
   */
  public record Row(
      AgencyId agencyId, @Nullable AgencyId parentId, int level, Sums own, Sums total) {}

  /**
   * The numbers.
   *
   * @param open = created + dispatched + onScene + fedBack = priority1 + … + priority4
   * @param overdue open ones with a step that is overdue
   * @param receivedToday whose first call came in today, open or closed
   * @param closedToday closed today, nuisance included
   */
  public record Sums(
      long open,
      long created,
      long dispatched,
      long onScene,
      long fedBack,
      long priority1,
      long priority2,
      long priority3,
      long priority4,
      long overdue,
      long receivedToday,
      long closedToday) {
    /** Nothing at all. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Sums plus(Sums o) {
      return new Sums(
          open + o.open,
          created + o.created,
          dispatched + o.dispatched,
          onScene + o.onScene,
          fedBack + o.fedBack,
          priority1 + o.priority1,
          priority2 + o.priority2,
          priority3 + o.priority3,
          priority4 + o.priority4,
          overdue + o.overdue,
          receivedToday + o.receivedToday,
          closedToday + o.closedToday);
    }
  }
}
