package org.tocsin.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies an agency of the tree (a bureau, a district office, a station). */
public record AgencyId(UUID value) implements Id {
  public AgencyId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static AgencyId next() {
    return new AgencyId(Ids.next());
  }

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static AgencyId of(String text) {
    return new AgencyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
