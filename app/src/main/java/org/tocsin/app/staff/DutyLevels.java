package org.tocsin.app.staff;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** Which duty level holds where: the door for other rooms. */
public interface DutyLevels {
  /**
   * The level that holds at an agency: the highest of its own and of those above.
   *
   * @param until null for the base level, which holds until further notice
   */
  record Held(String code, Text name, @Nullable Instant until) {}

  /**
   * What holds at the agency now.
   *
   * @param exercise null for what is real
   */
  Held held(AgencyId agency, @Nullable ExerciseId exercise);

  /**
   * How many rounds of patrol the stations among these agencies owe in one shift, by the levels
   * that hold at each of them now.
   *
   * @param exercise null for what is real
   */
  int rounds(Collection<AgencyId> among, @Nullable ExerciseId exercise);
}
