package org.tocsin.app.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/** The unit has reached where it takes someone. */
public record AssignmentDelivered(
    AssignmentId assignmentId,
    MatterId matterId,
    UnitId unitId,
    String unitTypeCode,
    AgencyId agencyId,
    AgencyId incidentAgencyId,
    @Nullable ExerciseId exerciseId,
    Instant dispatchedAt,
    Instant occurredAt,
    Instant enteredAt)
    implements AssignmentEvent {}
