package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.UnitId;

/**
 * What a work room tells about its work on an incident, through {@link Incidents#progress}. Facts
 * may come in any order and more than once: the incident ends the same. A fact of an assignment
 * that was never told by {@link UnitsDispatched} is refused.
 *
 * <p>{@code occurredAt} is when it happened, {@code enteredAt} when it was told; they differ for a
 * late entry and then both are kept. {@code text} is the line for the timeline.
 */
public sealed interface Progress {
  Instant occurredAt();

  Instant enteredAt();

  Text text();

  /** One unit ordered to the incident, with the agency it belongs to. */
  record Sent(AssignmentId assignment, UnitId unit, String callSign, AgencyId agency) {}

  /** A fact about one assignment. */
  sealed interface OfTask extends Progress {
    AssignmentId assignment();
  }

  /** Units were ordered to go. Their agencies may see the incident from now on. */
  record UnitsDispatched(List<Sent> units, Instant occurredAt, Instant enteredAt, Text text)
      implements Progress {
    public UnitsDispatched {
      units = List.copyOf(units);
    }
  }

  /** The unit confirmed the order. */
  record Acknowledged(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** The unit set off. */
  record Departed(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** The unit is on scene. */
  record Arrived(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** The unit takes someone somewhere. */
  record Transporting(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** The unit has reached where it takes someone. */
  record AtDestination(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /**
   * The unit reported what it found and did.
   *
   * @param dispositionCode what the unit proposes as disposition, if anything
   */
  record FedBack(
      AssignmentId assignment,
      @Nullable String dispositionCode,
      Instant occurredAt,
      Instant enteredAt,
      Text text)
      implements OfTask {}

  /** The unit is done with the incident. */
  record Cleared(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** The order was withdrawn (cancelled, diverted) before the unit was done. */
  record Withdrawn(AssignmentId assignment, Instant occurredAt, Instant enteredAt, Text text)
      implements OfTask {}

  /** Something for the timeline that moves nothing: a check-in, a request for backup. */
  record Noted(Instant occurredAt, Instant enteredAt, Text text) implements Progress {}

  /**
   * A step is overdue since {@code occurredAt}; shown on the incident until {@link Settled}.
   *
   * @param step the kind of alert, such as NOT_ACKNOWLEDGED
   * @param alertId which alert it is; {@link Settled} names the same
   */
  record Overdue(String step, String alertId, Instant occurredAt, Instant enteredAt, Text text)
      implements Progress {}

  /** The overdue step was done or is no longer needed. */
  record Settled(String step, String alertId, Instant occurredAt, Instant enteredAt, Text text)
      implements Progress {}
}
