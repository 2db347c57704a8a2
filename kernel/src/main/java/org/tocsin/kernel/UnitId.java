package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies a unit that can be sent. */
public record UnitId(UUID value) implements Id {
  public UnitId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static UnitId next() {
    return new UnitId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static UnitId of(String text) {
    return new UnitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
