package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Packs.PackException;

/** Collects all that is wrong with one pack, so that it can be mended in one go. */
final class Defects {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Defects(String file) {
    this.file = file;
  }

  /**
   * Notes a defect.
   *
   * @param entry where in the file, such as {@code types[3] (THEFT)}
   * @param mend what to do about it
   */
  void add(String entry, String wrong, String mend) {
    found.add("packs/%s, %s: %s. Mend: %s.".formatted(file, entry, wrong, mend));
  }

  /** The text, or a defect and {@code ""} when it is missing. */
  String text(String entry, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(entry, field + " is missing", "add " + field);
      return "";
    }
    return value.strip();
  }

  /** A code in the shape that is stable in data and URLs. */
  String code(String entry, @Nullable String value) {
    String code = text(entry, "code", value);
    if (!code.isEmpty() && !code.matches("[A-Z0-9]+(-[A-Z0-9]+)*")) {
      add(
          entry,
          "code '" + code + "' has the wrong shape",
          "use capitals and digits joined by '-'");
    }
    return code;
  }

  /** A priority from 1 to 4. */
  int priority(String entry, String field, @Nullable Integer value) {
    if (value == null || value < 1 || value > 4) {
      add(entry, field + " is " + value, "give a number from 1 (most urgent) to 4");
      return 4;
    }
    return value;
  }

  /**
   * Ends the reading.
   *
   * @throws PackException naming every defect
   */
  void check() {
    if (!found.isEmpty()) {
      throw new PackException(String.join("\n", found));
    }
  }
}
