package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * Another agency accepted the incident; {@code agencyId} is the new owner.
 *
 * @param offeredAt when it was offered
 */
public record IncidentHandedOver(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    AgencyId fromAgencyId,
    Instant offeredAt)
    implements IncidentEvent {}
