package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * One unit's order and how far it is. An instant is null where the step was not reported.
 *
 * @param incidentId the incident that carries it now (after a merge: the surviving one)
 * @param expectedSeconds road time from where the unit was to the place, when it was ordered
 * @param late steps that were entered later than they happened, with both instants
 */
public record AssignmentView(
    AssignmentId id,
    MatterId incidentId,
    String incidentNumber,
    UnitId unitId,
    String callSign,
    String unitTypeCode,
    AgencyId agencyId,
    AssignmentStatus status,
    Instant dispatchedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant departedAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant transportAt,
    @Nullable Instant destinationAt,
    @Nullable Instant fedBackAt,
    @Nullable Instant clearedAt,
    @Nullable Instant checkedInAt,
    @Nullable Integer expectedSeconds,
    @Nullable String feedback,
    @Nullable String orderedBy,
    @Nullable String orderReason,
    @Nullable String endReason,
    List<Late> late,
    @Nullable ExerciseId exerciseId,
    long version) {

  /** One step with both its times. */
  public record Late(String step, Instant occurredAt, Instant enteredAt) {}
}
