package org.tocsin.app.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** Front door to the numbers a commander looks at. Needs INCIDENT_READ. */
public interface Counts {
  /**
   * The incidents of an agency and all below it, agency by agency.
   *
   * @param agency null for the actor's own
   * @param exercise null for what the actor takes part in, which mostly is what is real
   * @throws org.tocsin.app.foundation.Problem NOT_FOUND for an agency out of sight
   */
  IncidentCounts of(@Nullable AgencyId agency, @Nullable ExerciseId exercise);

  /**
   * What happened in the precincts of an agency and all below it during the last days: for planning
   * beats.
   *
   * @param days 1 to 90
   */
  List<AreaCount> areas(@Nullable AgencyId agency, int days, @Nullable ExerciseId exercise);

  /**
   * Where the rounds of patrol go that the duty levels of an agency and all below it ask for, by
   * what happened during the last days.
   *
   * @param days 1 to 90
   */
  List<Beat> beats(@Nullable AgencyId agency, int days, @Nullable ExerciseId exercise);
}
