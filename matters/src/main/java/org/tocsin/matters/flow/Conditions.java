package org.tocsin.matters.flow;

import java.math.BigDecimal;
import org.tocsin.matters.Condition;

/** Tells whether a condition holds of values. A condition on a field that is not filled fails. */
final class Conditions {
  private Conditions() {}

  static boolean hold(Condition condition, Values values) {
    return switch (condition) {
      case Condition.Is c -> values.get(c.field()).map(v -> is(v, c.value())).orElse(false);
      case Condition.In c ->
          values
              .get(c.field())
              .map(v -> c.values().stream().anyMatch(one -> is(v, one)))
              .orElse(false);
      case Condition.IsSet c -> values.get(c.field()).isPresent() == c.set();
      case Condition.AtLeast c -> compare(values, c.field(), c.amount(), 1);
      case Condition.AtMost c -> compare(values, c.field(), c.amount(), -1);
      case Condition.All c -> c.of().stream().allMatch(one -> hold(one, values));
      case Condition.Any c -> c.of().stream().anyMatch(one -> hold(one, values));
    };
  }

  private static boolean is(Value value, String wanted) {
    return switch (value) {
      case Value.Words v -> v.text().equals(wanted);
      case Value.YesNo v -> String.valueOf(v.yes()).equals(wanted);
      case Value.Several v -> v.items().contains(wanted);
      case Value.Amount v -> v.number().compareTo(new BigDecimal(wanted)) == 0;
      case Value.Fen v -> BigDecimal.valueOf(v.fen()).compareTo(new BigDecimal(wanted)) == 0;
      case Value.Day v -> v.date().toString().equals(wanted);
      case Value.At v -> v.instant().toString().equals(wanted);
      case Value.Reference v -> v.id().map(wanted::equals).orElse(false);
      case Value.Spot v -> false;
      case Value.Rows v -> false;
    };
  }

  private static boolean compare(Values values, String field, long amount, int sign) {
    return values
        .get(field)
        .flatMap(Sums::comparable)
        .map(v -> v.compareTo(BigDecimal.valueOf(amount)) * sign >= 0)
        .orElse(false);
  }
}
