package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/** A row of {@code dispatch.assignment}. */
record AssignmentRow(
    AssignmentId id,
    MatterId matter,
    MatterId orderedFor,
    UnitId unit,
    String incidentNumber,
    String typeCode,
    int priority,
    AgencyId incidentAgency,
    AgencyId unitAgency,
    String callSign,
    String unitType,
    AssignmentStatus status,
    Instants instants,
    @Nullable Integer expectedSeconds,
    @Nullable String feedback,
    @Nullable String feedbackDisposition,
    String orderedBy,
    String orderedByName,
    @Nullable String orderReason,
    @Nullable String endReason,
    boolean late,
    @Nullable ExerciseId exercise,
    long version) {

  /** The reported instants; null where not reported. */
  record Instants(
      Instant dispatched,
      @Nullable Instant acknowledged,
      @Nullable Instant departed,
      @Nullable Instant arrived,
      @Nullable Instant transport,
      @Nullable Instant destination,
      @Nullable Instant fedBack,
      @Nullable Instant cleared,
      @Nullable Instant checkedIn) {

    /** When the status was reported; for CANCELLED and CLEARED when it ended. */
    @Nullable Instant of(AssignmentStatus status) {
      return switch (status) {
        case DISPATCHED -> dispatched;
        case ACKNOWLEDGED -> acknowledged;
        case EN_ROUTE -> departed;
        case ON_SCENE -> arrived;
        case TRANSPORTING -> transport;
        case AT_DESTINATION -> destination;
        case CLEARED, CANCELLED -> cleared;
      };
    }

    /** The latest instant reported before that step in the order of progress. */
    Instant lastBefore(AssignmentStatus status) {
      Instant last = dispatched;
      for (AssignmentStatus earlier : before(status)) {
        Instant at = of(earlier);
        last = at != null && at.isAfter(last) ? at : last;
      }
      return last;
    }

    /** The earliest instant reported after that step in the order of progress. */
    @Nullable Instant firstAfter(AssignmentStatus status) {
      Instant first = null;
      for (AssignmentStatus later : AssignmentStatus.values()) {
        Instant at = later.compareTo(status) > 0 ? of(later) : null;
        first = at != null && (first == null || at.isBefore(first)) ? at : first;
      }
      return first;
    }

    private static List<AssignmentStatus> before(AssignmentStatus status) {
      List<AssignmentStatus> earlier = new ArrayList<>();
      for (AssignmentStatus s : AssignmentStatus.values()) {
        if (s.compareTo(status) < 0 && s.active()) {
          earlier.add(s);
        }
      }
      return earlier;
    }
  }
}
