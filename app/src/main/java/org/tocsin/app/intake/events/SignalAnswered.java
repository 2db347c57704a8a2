package org.tocsin.app.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.SignalId;

/**
 * Someone took the call.
 *
 * @param receivedAt when it had arrived
 */
public record SignalAnswered(
    SignalId signalId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    Instant occurredAt,
    Instant receivedAt) {}
