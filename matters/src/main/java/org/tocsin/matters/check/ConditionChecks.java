package org.tocsin.matters.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.tocsin.matters.Condition;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/** Checks that conditions speak of fields that exist and of values they can have. */
final class ConditionChecks {
  private final MatterKind kind;
  private final Report report;

  ConditionChecks(MatterKind kind, Report report) {
    this.kind = kind;
    this.report = report;
  }

  void check(Condition condition, String path) {
    switch (condition) {
      case Condition.All c -> c.of().forEach(one -> check(one, path));
      case Condition.Any c -> c.of().forEach(one -> check(one, path));
      case Condition.IsSet c -> known(c.field(), path);
      case Condition.Is c -> known(c.field(), path).ifPresent(f -> value(f, c.value(), path));
      case Condition.In c ->
          known(c.field(), path).ifPresent(f -> c.values().forEach(v -> value(f, v, path)));
      case Condition.AtLeast c -> amount(c.field(), path);
      case Condition.AtMost c -> amount(c.field(), path);
    }
  }

  private Optional<Field> known(String code, String path) {
    Field f = kind.fields().get(code);
    if (f == null) {
      report.at(path, Say.oneOf(code, kind.fields().keySet()));
    }
    return Optional.ofNullable(f);
  }

  private void amount(String code, String path) {
    known(code, path)
        .filter(f -> !f.type().isAmount())
        .ifPresent(
            f ->
                report.at(
                    path,
                    Say.say(
                        "atLeast、atMost 只用于 number 和 money",
                        "atLeast, atMost is only for number, money",
                        "改用 is 或 set",
                        "use is or set instead")));
  }

  private void value(Field f, String value, String path) {
    boolean ok =
        switch (f.type()) {
          case CHOICE -> f.options().containsKey(value);
          case BOOLEAN -> value.equals("true") || value.equals("false");
          case NUMBER, MONEY -> value.matches("-?\\d{1,15}(\\.\\d{1,9})?");
          case DATE -> isDate(value);
          case TEXT, LONGTEXT -> true;
          default -> false;
        };
    if (!ok) {
      report.at(
          path,
          Say.say(
              "“%s”不可能是字段 %s 的值".formatted(value, f.code()),
              "'%s' cannot be a value of field %s".formatted(value, f.code()),
              f.options().isEmpty() ? "改用 set" : "可用的有：" + String.join(", ", f.options().keySet()),
              f.options().isEmpty()
                  ? "use set instead"
                  : "use one of " + String.join(", ", f.options().keySet())));
    }
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
