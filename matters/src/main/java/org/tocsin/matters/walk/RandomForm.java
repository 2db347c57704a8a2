package org.tocsin.matters.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.MatterKind;

/**
 * Fills in forms at random so that each value by itself is one the declaration allows; whether they
 * go together is for the engine to say. For tests and measurements only.
 */
public final class RandomForm {
  private static final int DAYS_AHEAD = 25;
  private static final String WORDS = "查看现场通知企业整改完成送达登记核实回访";

  private final Random random;
  private final List<UUID> officers;
  private final List<UUID> agencies;
  private final ZoneId zone;

  /**
   * A filler.
   *
   * @param officers ids that officer fields may name
   * @param agencies ids that agency fields may name
   * @param zone whose days count
   */
  public RandomForm(Random random, List<UUID> officers, List<UUID> agencies, ZoneId zone) {
    this.random = random;
    this.officers = officers;
    this.agencies = agencies;
    this.zone = zone;
  }

  /** Values for the fields asked, those with a condition left out. */
  public Map<String, @Nullable Object> of(MatterKind kind, Iterable<String> asks, Instant now) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (Field field : kind.fields(asks)) {
      if (field.when().isEmpty()
          && !field.computed()
          && (field.required() || random.nextBoolean())) {
        all.put(field.code(), value(field, now));
      }
    }
    return all;
  }

  /** One value. */
  public Object value(Field field, Instant now) {
    return switch (field.type()) {
      case TEXT, LONGTEXT -> text();
      case NUMBER, MONEY -> amount(field);
      case DATE ->
          LocalDate.ofInstant(now, zone).plusDays(1 + random.nextInt(DAYS_AHEAD)).toString();
      case INSTANT -> now.plus(Duration.ofMinutes(5 + random.nextInt(300))).toString();
      case BOOLEAN -> random.nextBoolean();
      case CHOICE -> choice(field);
      case PHONE -> "139" + (10_000_000 + random.nextInt(80_000_000));
      case IDNUMBER, UNIT, FILE ->
          throw new IllegalStateException("no shipped kind asks for " + field.type());
      case ADDRESS, COMPANY -> Map.of("text", text());
      case PLACE -> Map.of("lat", 36.05, "lon", 103.75, "text", text());
      case OFFICER -> Map.of("id", pick(officers).toString(), "text", "某民警");
      case AGENCY -> Map.of("id", pick(agencies).toString(), "text", "某单位");
      case LINES -> rows(field, now);
    };
  }

  private String text() {
    int from = random.nextInt(WORDS.length() - 4);
    return WORDS.substring(from, from + 2 + random.nextInt(3));
  }

  /** The least is always allowed; more only where no other field is the limit. */
  private long amount(Field field) {
    long min = field.limits().min().orElse(0L);
    if (field.limits().maxField().isPresent() || field.limits().minField().isPresent()) {
      return min;
    }
    long max = Math.min(field.limits().max().orElse(min + 5000), min + 5000);
    return min + random.nextLong(max - min + 1);
  }

  private Object choice(Field field) {
    String one = pick(List.copyOf(field.options().keySet()));
    return field.multiple() ? List.of(one) : one;
  }

  private Object rows(Field field, Instant now) {
    long min = Math.max(1, field.limits().min().orElse(1L));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long i = 0; i < min; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Field sub : field.lines()) {
        Object value = sub.type() == FieldType.MONEY ? (Object) 1L : value(sub, now);
        row.put(sub.code(), value);
      }
      rows.add(row);
    }
    return rows;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
