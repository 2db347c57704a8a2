package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies an officer who can sign in or be on a crew. */
public record OfficerId(UUID value) implements Id {
  public OfficerId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static OfficerId next() {
    return new OfficerId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static OfficerId of(String text) {
    return new OfficerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
