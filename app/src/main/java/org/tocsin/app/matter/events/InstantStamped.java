package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.Step;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * A step of the incident was stamped. With several units each stamps its own; the incident's
 * instant is the earliest. It is a late entry when {@code enteredAt} is after {@code occurredAt}.
 *
 * @param assignmentId whose step it is; null for received, created and closed
 */
public record InstantStamped(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    Step step,
    @Nullable AssignmentId assignmentId,
    @Nullable UnitId unitId,
    @Nullable AgencyId unitAgencyId)
    implements IncidentEvent {}
