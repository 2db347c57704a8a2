package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies one import of a file into the registry. */
public record ImportId(UUID value) implements Id {
  public ImportId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static ImportId next() {
    return new ImportId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
