package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** The incident was found to be a nuisance call and is kept apart in figures. */
public record IncidentMarkedNuisance(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    String reason)
    implements IncidentEvent {}
