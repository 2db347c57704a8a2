package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies one order to one unit for one incident. */
public record AssignmentId(UUID value) implements Id {
  public AssignmentId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static AssignmentId next() {
    return new AssignmentId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static AssignmentId of(String text) {
    return new AssignmentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
