package org.tocsin.app.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.AlertId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * Somebody was told that a step is overdue.
 *
 * @param alertId the same through all levels
 * @param step the kind of alert, such as NOT_ACKNOWLEDGED
 * @param level 1 for the first telling
 * @param agencyId who was told
 * @param occurredAt since when it is overdue
 */
public record StepOverdue(
    AlertId alertId,
    String step,
    @Nullable AssignmentId assignmentId,
    @Nullable MatterId matterId,
    int level,
    AgencyId agencyId,
    @Nullable ExerciseId exerciseId,
    Instant occurredAt,
    Instant enteredAt) {}
