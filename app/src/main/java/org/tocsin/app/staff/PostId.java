package org.tocsin.app.staff;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a post that a duty shift mans. */
public record PostId(UUID value) implements Id {
  public PostId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static PostId next() {
    return new PostId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
