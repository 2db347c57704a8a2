package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies a signal: one call, message or push that arrived. */
public record SignalId(UUID value) implements Id {
  public SignalId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static SignalId next() {
    return new SignalId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static SignalId of(String text) {
    return new SignalId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
