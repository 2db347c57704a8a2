package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies a standard address. */
public record AddressId(UUID value) implements Id {
  public AddressId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static AddressId next() {
    return new AddressId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static AddressId of(String text) {
    return new AddressId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
