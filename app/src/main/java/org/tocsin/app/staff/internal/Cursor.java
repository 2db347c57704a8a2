package org.tocsin.app.staff.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.Id;

/** Cursors of lists that are in the order of their ids or numbers. */
final class Cursor {
  private Cursor() {}

  static String of(Id id) {
    return id.value().toString();
  }

  static @Nullable UUID id(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", after);
    }
  }

  static @Nullable Long number(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return null;
    }
    try {
      return Long.valueOf(after);
    } catch (NumberFormatException e) {
      throw Problem.invalid("after", "format", after);
    }
  }
}
