package org.tocsin.app.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a hand-over of the watch. */
public record ShiftHandoverId(UUID value) implements Id {
  public ShiftHandoverId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static ShiftHandoverId next() {
    return new ShiftHandoverId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
