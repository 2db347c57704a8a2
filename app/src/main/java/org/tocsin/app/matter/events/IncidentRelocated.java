package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** The place was set anew. */
public record IncidentRelocated(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String precinctCode)
    implements IncidentEvent {}
