package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * How many matters each agency of a part of the tree handles, each counted once where it is
 * handled; read in one statement, so that all numbers are of the same moment.
 *
 * @param kind null counts all kinds
 * @param exerciseId the exercise that was counted; null counts what is real
 * @param rows parents before children
 */
public record MatterCounts(
    Instant asOf,
    AgencyId agencyId,
    @Nullable String kind,
    @Nullable ExerciseId exerciseId,
    List<Row> rows) {
  public MatterCounts {
    rows = List.copyOf(rows);
  }

  /**
   * One agency.
   *
   * @param own what it handles itself
   * @param total own and the totals of those directly below
   */
  public record Row(
      AgencyId agencyId, @Nullable AgencyId parentId, int level, Sums own, Sums total) {}

  /**
   * The numbers.
   *
   * @param raised all that were ever raised = open + closed
   * @param overdue open ones with a due instant in the past
   * @param unassigned open ones in nobody's hands
   */
  public record Sums(long raised, long open, long closed, long overdue, long unassigned) {
    /** Nothing at all. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    /** Both together. */
    public Sums plus(Sums o) {
      return new Sums(
          raised + o.raised,
          open + o.open,
          closed + o.closed,
          overdue + o.overdue,
          unassigned + o.unassigned);
    }
  }
}
