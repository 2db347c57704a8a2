package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * The incident {@code matterId} turned out to be {@code into}: it no longer counts as one, and its
 * calls, units and instants count with {@code into}.
 */
public record IncidentMerged(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    MatterId into)
    implements IncidentEvent {}
