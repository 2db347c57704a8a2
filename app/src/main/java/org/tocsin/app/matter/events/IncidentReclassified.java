package org.tocsin.app.matter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.IncidentType.Group;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** Type or priority were set anew. */
public record IncidentReclassified(
    MatterId matterId,
    @Nullable ExerciseId exerciseId,
    AgencyId agencyId,
    long version,
    Instant occurredAt,
    Instant enteredAt,
    String fromTypeCode,
    String typeCode,
    Group group,
    boolean help,
    int fromPriority,
    int priority)
    implements IncidentEvent {}
