package org.tocsin.exercise.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One unit on one call, as recorded.
 *
 * @param line where it stands in the file
 * @param unit the call sign
 * @param unitType our code of the unit's type
 * @param stamps what can be true, from DISPATCHED on
 * @param impossible what cannot, with reasons
 */
public record UnitResponse(
    long line,
    String unit,
    String unitType,
    SortedMap<Stamp, Instant> stamps,
    List<StampRule.Impossible> impossible) {

  public Instant dispatched() {
    return Objects.requireNonNull(
        stamps.get(Stamp.DISPATCHED), "a response starts with its dispatch");
  }

  public @Nullable Instant at(Stamp stamp) {
    return stamps.get(stamp);
  }

  /** Whether the record says that the unit was free again. */
  public boolean cleared() {
    return stamps.containsKey(Stamp.CLEARED);
  }
}
