package org.tocsin.matters.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.matters.MatterKind;

/**
 * What is filled in on a matter, or in one row of a table: field → value, in the order it came.
 *
 * @param byField the values; a field that is not filled is absent
 */
public record Values(Map<String, Value> byField) {
  /** Nothing filled in. */
  public static final Values EMPTY = new Values(Map.of());

  /**
   * What came of reading values.
   *
   * @param values what stood before with what was read
   * @param faults what is wrong; empty if all is well
   */
  public record Parsed(Values values, List<FieldFault> faults) {
    public Parsed {
      faults = List.copyOf(faults);
    }
  }

  public Values {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /**
   * Reads what was sent for the fields asked.
   *
   * @param kind the declaration
   * @param asks the fields asked; anything else sent is a fault
   * @param raw what came in JSON, as plain strings, numbers, booleans, lists and maps
   * @param before what was filled in already
   */
  public static Parsed parse(
      MatterKind kind, Collection<String> asks, Map<String, ?> raw, Values before) {
    return new FormReader(kind, before).read(asks, raw);
  }

  /**
   * Reads values that were stored, e.g. by {@link #plain}, without asking whether they are
   * complete. What does not fit the declaration any more is left out and told as a fault.
   */
  public static Parsed stored(MatterKind kind, Map<String, ?> raw) {
    List<FieldFault> faults = new ArrayList<>();
    Map<String, Value> all = new LinkedHashMap<>();
    kind.fields()
        .values()
        .forEach(
            f ->
                new ValueReader(faults)
                    .read(f, raw.get(f.code()), f.code())
                    .ifPresent(v -> all.put(f.code(), v)));
    return new Parsed(new Values(all), faults);
  }

  /** The value of a field, if it is filled. */
  public Optional<Value> get(String field) {
    return Optional.ofNullable(byField.get(field));
  }

  /** These values with others laid over them. */
  public Values with(Map<String, Value> others) {
    Map<String, Value> all = new LinkedHashMap<>(byField);
    all.putAll(others);
    return new Values(all);
  }

  /** These values without one field: what a retention rule leaves. */
  public Values without(String field) {
    Map<String, Value> all = new LinkedHashMap<>(byField);
    all.remove(field);
    return new Values(all);
  }

  /** The plain maps, lists, strings and numbers that JSON is written from. */
  public Map<String, Object> plain() {
    Map<String, Object> all = new LinkedHashMap<>();
    byField.forEach((code, value) -> all.put(code, plain(value)));
    return all;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Words v -> v.text();
      case Value.Amount v -> v.number();
      case Value.Fen v -> v.fen();
      case Value.Day v -> v.date().toString();
      case Value.At v -> v.instant().toString();
      case Value.YesNo v -> v.yes();
      case Value.Reference v -> reference(v.id().orElse(null), v.text());
      case Value.Spot v -> Map.of("lat", v.lat(), "lon", v.lon(), "text", v.text());
      case Value.Several v -> v.items();
      case Value.Rows v -> v.rows().stream().map(Values::plain).toList();
    };
  }

  private static Map<String, Object> reference(@Nullable String id, String text) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (id != null) {
      all.put("id", id);
    }
    all.put("text", text);
    return all;
  }
}
