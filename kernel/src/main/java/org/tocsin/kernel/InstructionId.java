package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies an instruction from one level of command to another. */
public record InstructionId(UUID value) implements Id {
  public InstructionId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static InstructionId next() {
    return new InstructionId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static InstructionId of(String text) {
    return new InstructionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
