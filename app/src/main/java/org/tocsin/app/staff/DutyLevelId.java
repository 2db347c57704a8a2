package org.tocsin.app.staff;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies one setting of a duty level. */
public record DutyLevelId(UUID value) implements Id {
  public DutyLevelId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static DutyLevelId next() {
    return new DutyLevelId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
