package org.tocsin.app.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** The call was taken off its incident again and waits for a judgement. */
public record SignalReleased(
    SignalId signalId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    Instant occurredAt,
    MatterId matterId) {}
