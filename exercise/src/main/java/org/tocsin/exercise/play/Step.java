package org.tocsin.exercise.play;

import java.time.Instant;
import java.util.List;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;

/**
 * One thing that happens in a feed.
 *
 * @param units whom it concerns: several only for an order
 * @param stamp the status reported; only for REPORT and IMPOSSIBLE
 */
record Step(Instant at, Kind kind, CallRecord call, List<UnitResponse> units, Stamp stamp) {

  /** In the order in which steps of one call at one instant happen. */
  enum Kind {
    RECEIVE,
    ACCEPT,
    ORDER,
    REPORT,
    /** A report that cannot be true: sent to see that the server refuses it too. */
    IMPOSSIBLE,
    CLOSE
  }

  /**
   * Its place among the steps of one instant: whoever gets free is free before new orders go out.
   */
  int rank() {
    boolean earlierOrder = kind == Kind.REPORT && unit().dispatched().isBefore(at);
    return earlierOrder ? Kind.ORDER.ordinal() * 2 - 1 : kind.ordinal() * 2;
  }

  UnitResponse unit() {
    return units.getFirst();
  }

  /** What idempotency keys are made of: the same wish has the same name in every run. */
  String name() {
    String who =
        units.size() == 1 ? unit().unit() + "@" + unit().dispatched().getEpochSecond() : "";
    return "%s:%s:%s:%s:%d".formatted(call.number(), kind, stamp, who, at.getEpochSecond());
  }
}
