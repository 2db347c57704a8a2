package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.IncidentType.Group;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * An incident was accepted.
 *
 * @param receivedAt when its first caller reached us; equal to the creation without a call
 * @param lat degrees WGS-84, null while not located
 */
public record IncidentCreated(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    String number,
    Instant receivedAt,
    @Nullable SignalId signalId,
    String typeCode,
    Group group,
    boolean help,
    int priority,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String precinctCode)
    implements IncidentEvent {}
