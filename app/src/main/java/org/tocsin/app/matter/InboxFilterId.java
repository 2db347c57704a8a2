package org.tocsin.app.matter;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a saved filter of an inbox. */
public record InboxFilterId(UUID value) implements Id {
  public InboxFilterId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static InboxFilterId next() {
    return new InboxFilterId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
