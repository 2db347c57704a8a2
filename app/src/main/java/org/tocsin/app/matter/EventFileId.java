package org.tocsin.app.matter;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies the file of a major event. */
public record EventFileId(UUID value) implements Id {
  public EventFileId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static EventFileId next() {
    return new EventFileId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
