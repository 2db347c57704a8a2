package org.tocsin.app.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.CallState;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.SignalId;

/**
 * No incident came of the call.
 *
 * @param outcome NUISANCE or ABANDONED
 */
public record SignalRejected(
    SignalId signalId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    Instant occurredAt,
    CallState outcome,
    @Nullable String reason) {}
