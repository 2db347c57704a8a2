package org.tocsin.app.staff;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies the bearer token of a partner or a device. */
public record TokenId(UUID value) implements Id {
  public TokenId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static TokenId next() {
    return new TokenId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
