package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.UnitId;

/**
 * Front door to what units did and where they were: counts, work of the day, trail, notes. All
 * within the scope of who is acting; a unit out of sight is not found.
 */
public interface UnitLife {
  /** One kept fix of the trail. */
  record Fix(Instant at, double lat, double lon, @Nullable Double course, @Nullable Double speed) {}

  /**
   * A note about a unit.
   *
   * @param by who wrote it
   */
  record Note(UnitNoteId id, Instant at, String by, String text) {}

  /**
   * The units of an agency and all below it, agency by agency.
   *
   * @param agency null for the actor's own
   * @param exercise count the units of this exercise as well; null for the one the actor takes part
   *     in
   */
  UnitCounts counts(@Nullable AgencyId agency, @Nullable ExerciseId exercise);

  /**
   * What the unit was sent to, newest first.
   *
   * @param from ordered at or after; null for midnight in the zone of the instance
   * @param to ordered before; null for no end
   */
  List<AssignmentView> assignments(UnitId id, @Nullable Instant from, @Nullable Instant to);

  /**
   * Where the unit was, oldest first. Needs DISPATCH or UNIT_MANAGE and a purpose; the look is
   * audited, because it shows where its crew were.
   *
   * @param from null for one hour ago
   * @param to null for now
   * @param purpose what it is looked at for
   * @throws org.tocsin.app.foundation.Problem INVALID for more than a day at once
   */
  List<Fix> trail(UnitId id, @Nullable Instant from, @Nullable Instant to, String purpose);

  /** Notes about the unit, newest first. */
  Page<Note> notes(UnitId id, @Nullable UnitNoteId after, int limit);

  /** Adds a note; notes are never changed. */
  Note note(UnitId id, String text, @Nullable String key);
}
