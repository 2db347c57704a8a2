package org.tocsin.app.matter.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.TaskStatus;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/** What is known of one unit's task: which facts were told, not in which order. */
record Task(
    AssignmentId assignmentId,
    MatterId matterId,
    UnitId unitId,
    String callSign,
    AgencyId agencyId,
    int round,
    Instant dispatchedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant departedAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant transportAt,
    @Nullable Instant destinationAt,
    @Nullable Instant fedBackAt,
    @Nullable Instant clearedAt,
    @Nullable Instant withdrawnAt) {

  /**
   * The furthest status that the facts show. Because it looks at all of them, order is no matter.
   */
  TaskStatus status() {
    if (withdrawnAt != null) {
      return TaskStatus.CANCELLED;
    } else if (clearedAt != null) {
      return TaskStatus.CLEARED;
    } else if (destinationAt != null) {
      return TaskStatus.AT_DESTINATION;
    } else if (transportAt != null) {
      return TaskStatus.TRANSPORTING;
    } else if (arrivedAt != null) {
      return TaskStatus.ON_SCENE;
    } else if (departedAt != null) {
      return TaskStatus.EN_ROUTE;
    }
    return acknowledgedAt != null ? TaskStatus.ACKNOWLEDGED : TaskStatus.DISPATCHED;
  }
}
