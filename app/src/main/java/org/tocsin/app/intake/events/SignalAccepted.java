package org.tocsin.app.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Channel;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** The call made or joined an incident. */
public record SignalAccepted(
    SignalId signalId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    Instant occurredAt,
    MatterId matterId,
    Channel channel,
    Instant receivedAt) {}
