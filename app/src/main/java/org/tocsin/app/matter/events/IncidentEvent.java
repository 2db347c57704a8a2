package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * What every fact about an incident carries. Listeners get each at least once and in any order:
 * {@code version} tells which of two facts about one incident is the later.
 */
public sealed interface IncidentEvent
    permits IncidentCreated,
        CallJoined,
        CallSeparated,
        IncidentMerged,
        IncidentUnmerged,
        IncidentReclassified,
        IncidentRelocated,
        InstantStamped,
        IncidentClosed,
        IncidentReopened,
        IncidentHandedOver,
        IncidentMarkedNuisance {
  MatterId matterId();

  /** The exercise it belongs to; null for the real world. */
  @Nullable ExerciseId exerciseId();

  /** The agency that owned the incident when it happened. */
  AgencyId agencyId();

  /** The incident's version after the change. */
  long version();

  Instant occurredAt();

  Instant enteredAt();
}
