package org.tocsin.matters.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/** Fills forms at random, mostly rightly. */
final class Forms {
  private final Random random;

  Forms(Random random) {
    this.random = random;
  }

  /** Values for the fields asked; those whose condition does not hold are left out. */
  Map<String, Object> fill(MatterKind kind, List<String> asks, Values before, Instant now) {
    Map<String, Object> raw = new LinkedHashMap<>();
    for (Field f : kind.fields(asks)) {
      if (f.required() || f.subject() || random.nextInt(3) > 0) {
        raw.put(f.code(), value(f, now));
      }
    }
    for (int i = 0; i < 10; i++) {
      List<FieldFault> faults = Values.parse(kind, asks, raw, before).faults();
      if (faults.isEmpty()) {
        break;
      }
      for (FieldFault fault : faults) {
        mend(kind, raw, fault, now);
      }
    }
    return raw;
  }

  private void mend(MatterKind kind, Map<String, Object> raw, FieldFault fault, Instant now) {
    String code = fault.field();
    switch (fault.why()) {
      case NOT_ASKED -> raw.remove(code);
      case REQUIRED -> raw.put(code, value(kind.field(code), now));
      default -> {
        Field f = kind.fields().get(code);
        if (f != null && f.computed()) {
          raw.remove(f.sum().orElseThrow().split("\\.")[0]);
        } else if (f != null && raw.containsKey(code)) {
          raw.put(code, value(f, now));
        }
      }
    }
  }

  private Object value(Field f, Instant now) {
    return switch (f.type()) {
      case TEXT, LONGTEXT -> "字".repeat((int) Math.max(3, f.limits().min().orElse(0L)));
      case PHONE -> "13800000000";
      case IDNUMBER -> "11010519491231002X";
      case NUMBER, MONEY -> amount(f);
      case DATE -> now.plus(Duration.ofDays(1 + random.nextInt(40))).toString().substring(0, 10);
      case INSTANT -> now.plus(Duration.ofHours(1 + random.nextInt(400))).toString();
      case BOOLEAN -> random.nextBoolean();
      case CHOICE -> {
        List<String> options = List.copyOf(f.options().keySet());
        String one = options.get(random.nextInt(options.size()));
        yield f.multiple() ? List.of(one) : one;
      }
      case ADDRESS, COMPANY, UNIT ->
          Map.of("id", new UUID(1, random.nextInt(9)).toString(), "text", "某处");
      case OFFICER -> Map.of("id", People.officer(random.nextInt(40)).toString(), "text", "某人");
      case AGENCY -> Map.of("id", People.ALL.get(1 + random.nextInt(4)).toString(), "text", "某单位");
      case PLACE -> Map.of("lat", 31.0, "lon", 121.0, "text", "某地");
      case FILE -> List.of(new UUID(2, random.nextInt(9)).toString());
      case LINES -> rows(f, now);
    };
  }

  private Object amount(Field f) {
    long min = f.limits().min().orElse(0L);
    long max = Math.min(f.limits().max().orElse(min + 100), min + 1000);
    return min + random.nextInt((int) (max - min) + 1);
  }

  private List<Map<String, Object>> rows(Field f, Instant now) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long i = Math.max(1, f.limits().min().orElse(1L)); i > 0; i--) {
      Map<String, Object> row = new LinkedHashMap<>();
      f.lines().forEach(sub -> row.put(sub.code(), value(sub, now)));
      rows.add(row);
    }
    return rows;
  }
}
