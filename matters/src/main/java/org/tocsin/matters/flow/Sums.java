package org.tocsin.matters.flow;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.MatterKind;

/** Computes the fields that are sums of a column of a table. */
final class Sums {
  private Sums() {}

  /** The values with every computed field of the kind. */
  static Values in(MatterKind kind, Values values) {
    Map<String, Value> sums = new LinkedHashMap<>();
    kind.fields()
        .values()
        .forEach(f -> f.sum().ifPresent(path -> sums.put(f.code(), sum(f, path, values))));
    return values.with(sums);
  }

  private static Value sum(Field field, String path, Values values) {
    int dot = path.indexOf('.');
    BigDecimal sum = column(values, path.substring(0, dot), path.substring(dot + 1));
    return field.type() == FieldType.MONEY
        ? new Value.Fen(sum.longValueExact())
        : new Value.Amount(sum);
  }

  private static BigDecimal column(Values values, String list, String column) {
    if (!(values.get(list).orElse(null) instanceof Value.Rows rows)) {
      return BigDecimal.ZERO;
    }
    return rows.rows().stream()
        .flatMap(r -> r.get(column).stream())
        .flatMap(v -> comparable(v).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A number that orders values of amounts, days and instants; empty for all others. */
  static Optional<BigDecimal> comparable(Value value) {
    return switch (value) {
      case Value.Amount v -> Optional.of(v.number());
      case Value.Fen v -> Optional.of(BigDecimal.valueOf(v.fen()));
      case Value.Day v -> Optional.of(BigDecimal.valueOf(v.date().toEpochDay()));
      case Value.At v -> Optional.of(BigDecimal.valueOf(v.instant().getEpochSecond()));
      case Value.Words v -> Optional.empty();
      case Value.YesNo v -> Optional.empty();
      case Value.Reference v -> Optional.empty();
      case Value.Spot v -> Optional.empty();
      case Value.Several v -> Optional.empty();
      case Value.Rows v -> Optional.empty();
    };
  }
}
