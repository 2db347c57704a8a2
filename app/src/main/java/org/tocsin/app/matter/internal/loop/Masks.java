package org.tocsin.app.matter.internal.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;

/** Hides personal values from those who have no need to read them. */
final class Masks {
  private static final String HIDDEN = "***";

  private Masks() {}

  /** Whether a field, or a column of its table, is personal data. */
  static boolean isPersonal(Field field) {
    return field.personal().isPresent()
        || field.lines().stream().anyMatch(f -> f.personal().isPresent());
  }

  /** The value as anybody may see it. */
  static Object masked(Field field, Object value) {
    if (field.personal().isPresent()) {
      return hidden(field.personal().get().mask(), value);
    }
    if (field.type() == FieldType.LINES && value instanceof List<?> rows) {
      List<Object> masked = new ArrayList<>();
      rows.forEach(row -> masked.add(row(field, row)));
      return masked;
    }
    return value;
  }

  private static Object row(Field field, Object row) {
    if (!(row instanceof Map<?, ?> cells)) {
      return HIDDEN;
    }
    Map<String, Object> masked = new LinkedHashMap<>();
    for (Field sub : field.lines()) {
      Object cell = cells.get(sub.code());
      if (cell != null) {
        masked.put(sub.code(), masked(sub, cell));
      }
    }
    return masked;
  }

  private static Object hidden(Field.Mask mask, Object value) {
    if (value instanceof Map<?, ?> reference && reference.get("text") instanceof String text) {
      return Map.of("text", text(mask, text));
    }
    return value instanceof String text ? text(mask, text) : HIDDEN;
  }

  static String text(Field.Mask mask, String text) {
    int[] chars = text.strip().codePoints().toArray();
    return switch (mask) {
      case NAME -> start(chars, 1) + "**";
      case PHONE -> chars.length < 8 ? HIDDEN : start(chars, 3) + "****" + end(chars, 4);
      case IDNUMBER -> chars.length < 10 ? HIDDEN : start(chars, 3) + "***********" + end(chars, 2);
      case ADDRESS -> start(chars, Math.min(6, chars.length / 2)) + HIDDEN;
      case ALL -> HIDDEN;
    };
  }

  private static String start(int[] chars, int n) {
    return new String(chars, 0, Math.min(n, chars.length));
  }

  private static String end(int[] chars, int n) {
    return new String(chars, chars.length - n, n);
  }
}
