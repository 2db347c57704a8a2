package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies the ground one station answers for. */
public record PrecinctId(UUID value) implements Id {
  public PrecinctId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static PrecinctId next() {
    return new PrecinctId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static PrecinctId of(String text) {
    return new PrecinctId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
