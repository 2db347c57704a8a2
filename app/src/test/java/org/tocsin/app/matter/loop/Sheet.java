package org.tocsin.app.matter.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a journey fills in, with its short forms written out: {@code @day+10} and {@code @at-5m}
 * count from now, {@code @place} is a place, {@code @officer:chief1} and {@code @agency:south} are
 * references.
 */
final class Sheet {
  private static final Pattern DAY = Pattern.compile("@day([+-]\\d+)");
  private static final Pattern AT = Pattern.compile("@at([+-]\\d+)m");
  private static final double LAT = 36.05;
  private static final double LON = 103.75;

  private final Town town;
  private final ZoneId zone;

  Sheet(Town town, ZoneId zone) {
    this.town = town;
    this.zone = zone;
  }

  /** The fields of a step, or none. */
  Map<String, @Nullable Object> fields(JsonNode step) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Instant now = town.now();
    step.path("fields").properties().forEach(e -> all.put(e.getKey(), plain(e.getValue(), now)));
    return all;
  }

  static Map<String, Double> spot() {
    return Map.of("lat", LAT, "lon", LON);
  }

  private @Nullable Object plain(JsonNode value, Instant now) {
    if (value.isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      value.forEach(v -> items.add(plain(v, now)));
      return items;
    }
    if (value.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      value.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue(), now)));
      return map;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isNumber()) {
      return value.asLong();
    }
    return written(value.asString(), now);
  }

  private Object written(String text, Instant now) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return LocalDate.ofInstant(now, zone).plusDays(Long.parseLong(day.group(1))).toString();
    }
    Matcher at = AT.matcher(text);
    if (at.matches()) {
      return now.plus(Duration.ofMinutes(Long.parseLong(at.group(1)))).toString();
    }
    if (text.equals("@place")) {
      return Map.of("lat", LAT, "lon", LON, "text", "港前街12号");
    }
    if (text.startsWith("@officer:")) {
      String word = text.substring("@officer:".length());
      return Map.of("id", town.person(word).id().toString(), "text", word);
    }
    if (text.startsWith("@agency:")) {
      String word = text.substring("@agency:".length());
      return Map.of("id", town.agency(word).toString(), "text", word);
    }
    return text;
  }
}
