package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.UnitId;

/** Front door to the positions of units (and of nothing else). */
public interface Positions {
  /**
   * One report. The unit is named by id or call sign, or not at all by a device paired with one.
   * Coordinates are numbers as sent and may be nonsense.
   *
   * @param speed metres per second
   * @param course degrees
   */
  record Report(
      @Nullable UnitId id,
      @Nullable String unit,
      double lat,
      double lon,
      @Nullable Instant at,
      @Nullable Double speed,
      @Nullable Double course) {}

  /** One report that was not taken, with its place in the batch. */
  record Rejected(int index, String code, Text message) {}

  /** What became of a batch. */
  record Taken(int accepted, List<Rejected> rejected) {}

  /** Takes what is possible and says what is not; one bad report never costs the others. */
  Taken report(List<Report> batch);
}
