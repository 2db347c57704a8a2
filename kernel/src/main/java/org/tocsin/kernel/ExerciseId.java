package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an exercise (演练): everything it creates carries this id and never enters real figures.
 */
public record ExerciseId(UUID value) implements Id {
  public ExerciseId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static ExerciseId next() {
    return new ExerciseId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static ExerciseId of(String text) {
    return new ExerciseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
