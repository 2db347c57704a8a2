package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * A caller was joined to an incident, the first one included.
 *
 * @param channel the intake channel's name
 */
public record CallJoined(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    SignalId signalId,
    Instant receivedAt,
    String channel)
    implements IncidentEvent {}
