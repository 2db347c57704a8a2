package org.tocsin.matters.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/**
 * Values with personal data hidden.
 *
 * @param values the values; hidden ones as text
 * @param masked codes of the fields of which something is hidden
 */
public record Masked(Values values, List<String> masked) {
  private static final String HIDDEN = "***";

  public Masked {
    masked = List.copyOf(masked);
  }

  /** Hides every personal field, also inside tables. */
  public static Masked of(MatterKind kind, Values values) {
    List<String> masked = new ArrayList<>();
    Map<String, Value> all = new LinkedHashMap<>(values.byField());
    kind.fields()
        .values()
        .forEach(
            f ->
                values
                    .get(f.code())
                    .flatMap(v -> hide(f, v))
                    .ifPresent(
                        hidden -> {
                          all.put(f.code(), hidden);
                          masked.add(f.code());
                        }));
    return new Masked(new Values(all), masked);
  }

  /** The value with what is personal hidden, or empty if nothing is. */
  private static Optional<Value> hide(Field field, Value value) {
    if (field.personal().isPresent()) {
      Field.Mask mask = field.personal().get().mask();
      return Optional.of(
          switch (value) {
            case Value.Words v -> new Value.Words(mask(mask, v.text()));
            case Value.Reference v -> new Value.Reference(Optional.empty(), mask(mask, v.text()));
            case Value.Amount v -> new Value.Words(HIDDEN);
            case Value.Fen v -> new Value.Words(HIDDEN);
            case Value.Day v -> new Value.Words(HIDDEN);
            case Value.At v -> new Value.Words(HIDDEN);
            case Value.YesNo v -> new Value.Words(HIDDEN);
            case Value.Spot v -> new Value.Words(HIDDEN);
            case Value.Several v -> new Value.Words(HIDDEN);
            case Value.Rows v -> new Value.Words(HIDDEN);
          });
    }
    boolean inside = field.lines().stream().anyMatch(f -> f.personal().isPresent());
    return inside && value instanceof Value.Rows rows
        ? Optional.of(new Value.Rows(rows.rows().stream().map(r -> row(field, r)).toList()))
        : Optional.empty();
  }

  private static Values row(Field list, Values row) {
    Map<String, Value> all = new LinkedHashMap<>(row.byField());
    list.lines()
        .forEach(
            f ->
                row.get(f.code())
                    .flatMap(v -> hide(f, v))
                    .ifPresent(hidden -> all.put(f.code(), hidden)));
    return new Values(all);
  }

  private static String mask(Field.Mask mask, String text) {
    int[] points = text.codePoints().toArray();
    return switch (mask) {
      case NAME -> keep(points, 1, 0);
      case PHONE -> points.length > 7 ? keep(points, 3, 4) : HIDDEN;
      case IDNUMBER -> points.length > 8 ? keep(points, 3, 2) : HIDDEN;
      case ADDRESS -> points.length > 6 ? keep(points, 6, 0) : HIDDEN;
      case ALL -> HIDDEN;
    };
  }

  private static String keep(int[] points, int head, int tail) {
    String first = new String(points, 0, Math.min(head, points.length));
    String last = tail == 0 ? "" : new String(points, points.length - tail, tail);
    return first + HIDDEN + last;
  }
}
