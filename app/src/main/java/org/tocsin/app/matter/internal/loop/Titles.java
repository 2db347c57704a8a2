package org.tocsin.app.matter.internal.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.internal.SearchWords;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/** What a matter is called in lists, and the words it is found by: never from personal fields. */
final class Titles {
  private static final int LONGEST = 80;
  private static final int PARTS = 2;

  private Titles() {}

  /** The first two telling values; the kind's name where none is filled. */
  static String of(MatterKind kind, Map<String, Object> fields) {
    List<String> parts = new ArrayList<>();
    for (Field field : open(kind)) {
      String text = field.subject() ? null : telling(field, fields.get(field.code()));
      if (text != null && parts.size() < PARTS && !parts.contains(text)) {
        parts.add(text);
      }
    }
    return parts.isEmpty() ? kind.names().zh() : cut(String.join(" · ", parts));
  }

  /** The words to be found by: its number, its kind, and every text that is no personal data. */
  static String[] words(String number, MatterKind kind, Map<String, Object> fields) {
    List<String> texts = new ArrayList<>(List.of(number, kind.names().zh()));
    for (Field field : open(kind)) {
      collect(fields.get(field.code()), texts);
    }
    return SearchWords.index(texts.toArray(String[]::new));
  }

  private static List<Field> open(MatterKind kind) {
    return kind.fields().values().stream().filter(f -> !Masks.isPersonal(f)).toList();
  }

  private static @Nullable String telling(Field field, @Nullable Object value) {
    return switch (field.type()) {
      case TEXT, LONGTEXT -> value instanceof String text ? text.strip() : null;
      case COMPANY, ADDRESS, PLACE, AGENCY, UNIT, OFFICER ->
          value instanceof Map<?, ?> map && map.get("text") instanceof String text
              ? text.strip()
              : null;
      default -> null;
    };
  }

  private static void collect(@Nullable Object value, List<String> texts) {
    switch (value) {
      case String text -> texts.add(text);
      case Map<?, ?> map -> map.forEach((k, v) -> collect("id".equals(k) ? null : v, texts));
      case Collection<?> all -> all.forEach(v -> collect(v, texts));
      case null, default -> {}
    }
  }

  private static String cut(String text) {
    int[] chars = text.codePoints().toArray();
    return chars.length <= LONGEST ? text : new String(chars, 0, LONGEST - 1) + "…";
  }

  /** Fields by whether they are personal data. */
  static Map<Boolean, Map<String, Object>> split(MatterKind kind, Map<String, Object> fields) {
    return fields.entrySet().stream()
        .filter(e -> kind.fields().containsKey(e.getKey()))
        .collect(
            Collectors.partitioningBy(
                e ->
                    Masks.isPersonal(
                        java.util.Objects.requireNonNull(kind.fields().get(e.getKey()))),
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
