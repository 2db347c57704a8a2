package org.tocsin.app.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Channel;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.SignalId;

/**
 * A call or other signal arrived. Each counts as one call.
 *
 * @param occurredAt when it was received
 */
public record SignalReceived(
    SignalId signalId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    Instant occurredAt,
    String number,
    Channel channel) {}
