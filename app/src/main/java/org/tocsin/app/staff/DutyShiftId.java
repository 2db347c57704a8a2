package org.tocsin.app.staff;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a duty shift. */
public record DutyShiftId(UUID value) implements Id {
  public DutyShiftId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static DutyShiftId next() {
    return new DutyShiftId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
