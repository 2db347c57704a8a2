package org.tocsin.app.matter.internal.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.DemoPeople;

/**
 * Writes the short forms of {@code packs/matter-examples.yaml} out: {@code @day+10} a date, {@code
 * @at-30m} an instant, {@code @officer:NAME} and {@code @agency:CODE} references.
 */
record DemoSheet(DemoPeople people, Agencies agencies, Instant now, ZoneId zone) {
  private static final Pattern DAY = Pattern.compile("@day([+-]\\d+)");
  private static final Pattern AT = Pattern.compile("@at([+-]\\d+)m");

  Map<String, @Nullable Object> fields(Map<String, @Nullable Object> written) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    written.forEach((field, value) -> all.put(field, plain(value)));
    return all;
  }

  private @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case String text -> text.startsWith("@") ? shortForm(text) : text;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        map.forEach((k, v) -> all.put(String.valueOf(k), plain(v)));
        yield all;
      }
      case List<?> list -> list.stream().<@Nullable Object>map(this::plain).toList();
      case null -> null;
      default -> value;
    };
  }

  private Object shortForm(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return LocalDate.ofInstant(now, zone).plusDays(Long.parseLong(day.group(1))).toString();
    }
    Matcher at = AT.matcher(text);
    if (at.matches()) {
      return now.plus(Duration.ofMinutes(Long.parseLong(at.group(1)))).toString();
    }
    String name = text.substring(text.indexOf(':') + 1);
    if (text.startsWith("@officer:")) {
      var actor = people.find(name).orElseThrow(() -> unknown(text));
      return Map.of("id", actor.id(), "text", actor.name());
    }
    if (text.startsWith("@agency:")) {
      var agency = agencies.byCode(name).orElseThrow(() -> unknown(text));
      return Map.of("id", agency.id().toString(), "text", agency.nameZh());
    }
    throw unknown(text);
  }

  private static IllegalStateException unknown(String text) {
    return new IllegalStateException("packs/matter-examples.yaml: nothing is " + text);
  }
}
