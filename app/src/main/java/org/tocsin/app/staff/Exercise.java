package org.tocsin.app.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * A drill or a replay. Everything made while acting in one carries its id and never enters real
 * figures.
 *
 * @param agencyId the agency that holds it
 * @param endedAt null while it runs
 */
public record Exercise(
    ExerciseId id,
    String name,
    @Nullable String note,
    AgencyId agencyId,
    Instant startedAt,
    @Nullable Instant endedAt) {
  /** Whether it has not ended. */
  public boolean isRunning() {
    return endedAt == null;
  }
}
