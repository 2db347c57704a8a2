package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;

/**
 * How many units each agency of a part of the tree has, and what they are doing. Every unit counts
 * once, at its own agency. Units that exist only in an exercise count in that exercise alone.
 *
 * @param asOf when it was counted
 * @param agencyId the top of the part
 * @param rows parents before children
 */
public record UnitCounts(Instant asOf, AgencyId agencyId, List<Row> rows) {
  public UnitCounts {
    rows = List.copyOf(rows);
  }

  /**
   * One agency.
   *
   * @param parentId null for the top
   * @param own its own units
   * @param total own and the totals of those directly below
   */
  public record Row(
      AgencyId agencyId, @Nullable AgencyId parentId, int level, Sums own, Sums total) {}

  /** Units by status; {@code units} is the sum of all the others. */
  public record Sums(
      long units,
      long available,
      long dispatched,
      long acknowledged,
      long enRoute,
      long onScene,
      long transporting,
      long atDestination,
      long outOfService) {
    /** Nothing at all. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** One unit of a status. */
    public static Sums one(UnitStatus status) {
      return new Sums(
          1,
          is(status, UnitStatus.AVAILABLE),
          is(status, UnitStatus.DISPATCHED),
          is(status, UnitStatus.ACKNOWLEDGED),
          is(status, UnitStatus.EN_ROUTE),
          is(status, UnitStatus.ON_SCENE),
          is(status, UnitStatus.TRANSPORTING),
          is(status, UnitStatus.AT_DESTINATION),
          is(status, UnitStatus.OUT_OF_SERVICE));
    }

    private static long is(UnitStatus status, UnitStatus wanted) {
      return status == wanted ? 1 : 0;
    }

    /** Both together. */
    public Sums plus(Sums o) {
      return new Sums(
          units + o.units,
          available + o.available,
          dispatched + o.dispatched,
          acknowledged + o.acknowledged,
          enRoute + o.enRoute,
          onScene + o.onScene,
          transporting + o.transporting,
          atDestination + o.atDestination,
          outOfService + o.outOfService);
    }
  }
}
