package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies a matter; an incident is a matter. */
public record MatterId(UUID value) implements Id {
  public MatterId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static MatterId next() {
    return new MatterId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static MatterId of(String text) {
    return new MatterId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
