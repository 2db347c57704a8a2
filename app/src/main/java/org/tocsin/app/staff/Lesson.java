package org.tocsin.app.staff;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.OfficerId;

/**
 * What an exercise taught, who sees to it and by which day (A14).
 *
 * @param agencyId the agency that held the exercise
 * @param dueOn the last day, in the zone of the instance
 * @param overdue not done and the last day is over
 * @param doneBy who confirmed it, never its owner
 * @param outcome what was done about it
 */
public record Lesson(
    LessonId id,
    ExerciseId exerciseId,
    AgencyId agencyId,
    String text,
    OfficerId ownerId,
    String ownerName,
    LocalDate dueOn,
    boolean overdue,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    @Nullable String outcome,
    Instant createdAt,
    String createdBy,
    long version) {}
