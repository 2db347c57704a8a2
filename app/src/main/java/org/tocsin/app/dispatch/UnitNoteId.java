package org.tocsin.app.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a note about a unit. */
public record UnitNoteId(UUID value) implements Id {
  public UnitNoteId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static UnitNoteId next() {
    return new UnitNoteId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
