package org.tocsin.app.staff;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a lesson of an exercise. */
public record LessonId(UUID value) implements Id {
  public LessonId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static LessonId next() {
    return new LessonId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
