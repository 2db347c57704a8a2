package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Front door to the units. Everything is within the scope of who is acting. */
public interface Units {
  /** What an editor may set. */
  record Details(
      String callSign,
      String typeCode,
      AgencyId agencyId,
      @Nullable Point home,
      List<UnitView.Crew> crew,
      UnitView.@Nullable Shift shift) {}

  /** The units in scope, in order of call sign. */
  Page<UnitView> list(
      @Nullable AgencyId agency, @Nullable UnitStatus status, @Nullable String after, int limit);

  /** The unit, or a 404 problem. */
  UnitView get(UnitId id);

  /**
   * Makes a unit. With an exercise it exists only there.
   *
   * @throws org.tocsin.app.foundation.Problem CALL_SIGN_TAKEN, INVALID
   */
  UnitView create(Details details, @Nullable ExerciseId exercise, @Nullable String key);

  /**
   * Changes what was set.
   *
   * @param version the version the editor saw; refused as stale when another editor was faster
   */
  UnitView edit(UnitId id, Details details, long version);

  /**
   * Takes a unit out of service.
   *
   * @throws org.tocsin.app.foundation.Problem UNIT_NOT_FREE while it has active assignments
   */
  UnitView outOfService(UnitId id, String reason, @Nullable Instant until);

  /** Puts it back into service. */
  UnitView inService(UnitId id);

  /** Gives it another place to stand. */
  UnitView relocate(UnitId id, Point to, @Nullable String reason);

  /**
   * Says which device reports for the unit; a device has one unit at a time. Without it a device
   * reports for the unit that its token names.
   *
   * @param device the subject of the device's token
   */
  void pair(UnitId id, String device);
}
