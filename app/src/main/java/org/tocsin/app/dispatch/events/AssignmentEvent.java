package org.tocsin.app.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * What every fact about an assignment carries. Each fact comes at least once and in any order; the
 * pair of assignment and type of fact is unique.
 */
public sealed interface AssignmentEvent
    permits UnitDispatched,
        AssignmentAcknowledged,
        AssignmentDeparted,
        AssignmentArrived,
        AssignmentTransporting,
        AssignmentDelivered,
        AssignmentFedBack,
        AssignmentCleared,
        AssignmentCancelled {
  AssignmentId assignmentId();

  /** The incident that carried the assignment when it happened. */
  MatterId matterId();

  UnitId unitId();

  String unitTypeCode();

  /** The unit's agency. */
  AgencyId agencyId();

  /** The agency that answered for the incident when the unit was ordered. */
  AgencyId incidentAgencyId();

  /** The exercise it belongs to; null for the real world. */
  @Nullable ExerciseId exerciseId();

  Instant dispatchedAt();

  /** When it happened. */
  Instant occurredAt();

  /** When it was told; later than {@code occurredAt} for a late entry. */
  Instant enteredAt();
}
