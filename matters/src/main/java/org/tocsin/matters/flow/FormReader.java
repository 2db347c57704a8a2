package org.tocsin.matters.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.FieldFault.Why;

/** Reads one form: the fields asked, under their conditions, with sums and limits across fields. */
final class FormReader {
  private final MatterKind kind;
  private final Values before;
  private final List<FieldFault> faults = new ArrayList<>();

  FormReader(MatterKind kind, Values before) {
    this.kind = kind;
    this.before = before;
  }

  Values.Parsed read(Collection<String> asks, Map<String, ?> raw) {
    Map<String, Value> sent = new LinkedHashMap<>();
    ValueReader reader = new ValueReader(faults);
    for (Field field : kind.fields(asks)) {
      if (!field.computed()) {
        reader
            .read(field, raw.get(field.code()), field.code())
            .ifPresent(v -> sent.put(field.code(), v));
      }
    }
    for (String code : raw.keySet()) {
      Field field = kind.fields().get(code);
      if (field == null || field.computed() || !asks.contains(code)) {
        faults.add(new FieldFault(code, Why.NOT_ASKED, ""));
      }
    }
    Values merged = before.with(sent);
    conditions(asks, sent, merged);
    Values summed = Sums.in(kind, merged);
    crossLimits(summed);
    return new Values.Parsed(summed, faults);
  }

  /** A field whose condition does not hold is not asked; one that is required must be sent. */
  private void conditions(Collection<String> asks, Map<String, Value> sent, Values merged) {
    for (Field field : kind.fields(asks)) {
      String code = field.code();
      boolean asked = field.when().map(c -> Conditions.hold(c, merged)).orElse(true);
      if (!asked && sent.containsKey(code)) {
        faults.add(new FieldFault(code, Why.NOT_ASKED, ""));
      }
      boolean wrong = faults.stream().anyMatch(f -> isOf(f, code));
      if (asked && field.required() && !field.computed() && !sent.containsKey(code) && !wrong) {
        faults.add(new FieldFault(code, Why.REQUIRED, ""));
      }
    }
  }

  private static boolean isOf(FieldFault fault, String code) {
    return fault.field().equals(code) || fault.field().startsWith(code + "[");
  }

  private void crossLimits(Values all) {
    for (Field field : kind.fields().values()) {
      field.limits().maxField().ifPresent(other -> compare(all, field, other, 1, Why.TOO_LARGE));
      field.limits().minField().ifPresent(other -> compare(all, field, other, -1, Why.TOO_SMALL));
    }
  }

  private void compare(Values all, Field field, String other, int wrong, Why why) {
    Optional<BigDecimal> mine = all.get(field.code()).flatMap(Sums::comparable);
    Optional<BigDecimal> limit = all.get(other).flatMap(Sums::comparable);
    if (mine.isPresent() && limit.isPresent() && mine.get().compareTo(limit.get()) == wrong) {
      faults.add(new FieldFault(field.code(), why, other));
    }
  }
}
