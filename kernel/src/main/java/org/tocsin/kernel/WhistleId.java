package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies a station's request for a specialist unit. */
public record WhistleId(UUID value) implements Id {
  public WhistleId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static WhistleId next() {
    return new WhistleId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static WhistleId of(String text) {
    return new WhistleId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
