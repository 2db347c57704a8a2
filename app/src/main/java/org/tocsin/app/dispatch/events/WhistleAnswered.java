package org.tocsin.app.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.WhistleId;

/** A whistle got its answer. */
public record WhistleAnswered(
    WhistleId whistleId,
    AgencyId fromAgencyId,
    AgencyId agencyId,
    @Nullable MatterId matterId,
    boolean accepted,
    @Nullable ExerciseId exerciseId,
    Instant blownAt,
    Instant occurredAt,
    Instant enteredAt) {}
