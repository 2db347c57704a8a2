package org.tocsin.matters.flow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.flow.FieldFault.Why;

/** Reads one value of a field from the plain objects JSON is made of, and checks its limits. */
final class ValueReader {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{2,24}");

  /** Lengths and counts where a declaration names none. */
  private static final long USUAL_TEXT = 200;

  private static final long USUAL_LONGTEXT = 4000;
  private static final long USUAL_COUNT = 200;

  /** Ten billion yuan: no single amount is larger, and no sum of a table overflows. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private static final int MOST_DIGITS = 30;

  private final List<FieldFault> faults;

  ValueReader(List<FieldFault> faults) {
    this.faults = faults;
  }

  /** The value, or empty if none was sent or it is faulty. */
  Optional<Value> read(Field field, @Nullable Object raw, String path) {
    if (raw == null || (raw instanceof String s && s.isBlank())) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(typed(field, known(raw), path));
    } catch (ClassCastException | DateTimeException | IllegalArgumentException e) {
      return fault(path, Why.TYPE, field.type().word());
    }
  }

  /** No database keeps the character with the number 0, and nobody types it. */
  private static Object known(Object raw) {
    if (raw instanceof String s && s.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text has no NUL");
    }
    return raw;
  }

  /** The label of a reference or place. */
  private static String label(Map<?, ?> raw) {
    String text = raw.get("text") instanceof String s ? s.strip() : "";
    if (text.length() > USUAL_TEXT) {
      throw new IllegalArgumentException("a label is short");
    }
    return (String) known(text);
  }

  private @Nullable Value typed(Field field, Object raw, String path) {
    return switch (field.type()) {
      case TEXT -> words(field, ((String) raw).strip(), path, USUAL_TEXT);
      case LONGTEXT -> words(field, ((String) raw).strip(), path, USUAL_LONGTEXT);
      case PHONE -> checked((String) raw, PHONE.matcher((String) raw).matches(), path);
      case IDNUMBER -> checked((String) raw, IdNumber.isValid((String) raw), path);
      case NUMBER -> amount(field, new BigDecimal(((Number) raw).toString()), path);
      case MONEY -> fen(field, new BigDecimal(((Number) raw).toString()), path);
      case DATE -> new Value.Day(LocalDate.parse((String) raw));
      case INSTANT -> new Value.At(Instant.parse((String) raw));
      case BOOLEAN -> new Value.YesNo((Boolean) raw);
      case CHOICE -> choice(field, raw, path);
      case ADDRESS, COMPANY, OFFICER, AGENCY, UNIT -> reference(field, (Map<?, ?>) raw);
      case PLACE -> spot((Map<?, ?>) raw);
      case FILE -> files(field, raw, path);
      case LINES -> rows(field, (List<?>) raw, path);
    };
  }

  private @Nullable Value words(Field field, String text, String path, long usual) {
    long length = text.codePointCount(0, text.length());
    long max = field.limits().max().orElse(usual);
    long min = field.limits().min().orElse(0L);
    if (length > max) {
      return none(path, Why.TOO_LONG, String.valueOf(max));
    }
    return length < min ? none(path, Why.TOO_SHORT, String.valueOf(min)) : new Value.Words(text);
  }

  private @Nullable Value checked(String text, boolean ok, String path) {
    return ok ? new Value.Words(text) : none(path, Why.CHECK, "");
  }

  private @Nullable Value amount(Field field, BigDecimal number, String path) {
    return within(field, number, path) ? new Value.Amount(number) : null;
  }

  private @Nullable Value fen(Field field, BigDecimal number, String path) {
    if (!within(field, number, path)) {
      return null;
    }
    return number.stripTrailingZeros().scale() > 0
        ? none(path, Why.TYPE, field.type().word())
        : new Value.Fen(number.longValueExact());
  }

  private boolean within(Field field, BigDecimal number, String path) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      fault(path, Why.TYPE, field.type().word());
      return false;
    }
    if (number.abs().compareTo(MOST) > 0) {
      fault(path, Why.TOO_LARGE, MOST.toPlainString());
      return false;
    }
    Optional<Long> min = field.limits().min();
    Optional<Long> max = field.limits().max();
    if (min.isPresent() && number.compareTo(BigDecimal.valueOf(min.get())) < 0) {
      fault(path, Why.TOO_SMALL, String.valueOf(min.get()));
      return false;
    }
    if (max.isPresent() && number.compareTo(BigDecimal.valueOf(max.get())) > 0) {
      fault(path, Why.TOO_LARGE, String.valueOf(max.get()));
      return false;
    }
    return true;
  }

  private @Nullable Value choice(Field field, Object raw, String path) {
    List<String> picked = new ArrayList<>();
    if (field.multiple()) {
      ((List<?>) raw).forEach(o -> picked.add((String) o));
    } else {
      picked.add((String) raw);
    }
    for (String option : picked) {
      if (!field.options().containsKey(option)) {
        return none(path, Why.OPTION, String.join(", ", field.options().keySet()));
      }
    }
    if (picked.isEmpty()) {
      return null;
    }
    return field.multiple()
        ? new Value.Several(picked.stream().distinct().toList())
        : new Value.Words(picked.getFirst());
  }

  private static Value reference(Field field, Map<?, ?> raw) {
    Optional<String> id =
        Optional.ofNullable((String) raw.get("id")).filter(s -> !s.isBlank() && s.length() <= 64);
    String text = label(raw);
    boolean free = field.type() == FieldType.ADDRESS || field.type() == FieldType.COMPANY;
    if (id.isEmpty() && (!free || text.isEmpty())) {
      throw new IllegalArgumentException("a reference names what it refers to");
    }
    // Companies may come from a register of others, with ids of its own; ours are UUIDs.
    if (!free) {
      id = id.map(s -> UUID.fromString(s).toString());
    }
    return new Value.Reference(id, text);
  }

  private static Value spot(Map<?, ?> raw) {
    double lat = degrees(raw.get("lat"));
    double lon = degrees(raw.get("lon"));
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("no place on earth");
    }
    return new Value.Spot(lat, lon, label(raw));
  }

  private static double degrees(@Nullable Object raw) {
    if (raw instanceof Number n) {
      return n.doubleValue();
    }
    throw new IllegalArgumentException("a place has a latitude and a longitude");
  }

  private @Nullable Value files(Field field, Object raw, String path) {
    List<String> ids = new ArrayList<>();
    List<?> all = raw instanceof List<?> l ? l : List.of(raw);
    all.forEach(o -> ids.add(UUID.fromString((String) o).toString()));
    long most = field.multiple() ? field.limits().max().orElse(USUAL_COUNT) : 1;
    return ids.isEmpty() || !counted(field, ids.size(), most, path) ? null : new Value.Several(ids);
  }

  private @Nullable Value rows(Field field, List<?> raw, String path) {
    if (!counted(field, raw.size(), field.limits().max().orElse(USUAL_COUNT), path)
        || raw.isEmpty()) {
      return null;
    }
    int before = faults.size();
    List<Values> rows = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      if (!(raw.get(i) instanceof Map<?, ?> one)) {
        throw new IllegalArgumentException("a row is an object");
      }
      rows.add(row(field, one, path + "[" + i + "]"));
    }
    return faults.size() == before ? new Value.Rows(rows) : null;
  }

  private Values row(Field field, Map<?, ?> raw, String path) {
    Map<String, Value> row = new LinkedHashMap<>();
    for (Field sub : field.lines()) {
      String at = path + "." + sub.code();
      int before = faults.size();
      Optional<Value> value = read(sub, raw.get(sub.code()), at);
      value.ifPresent(v -> row.put(sub.code(), v));
      if (value.isEmpty() && sub.required() && faults.size() == before) {
        fault(at, Why.REQUIRED, "");
      }
    }
    for (Object key : raw.keySet()) {
      if (field.lines().stream().noneMatch(f -> f.code().equals(key))) {
        fault(path + "." + key, Why.NOT_ASKED, "");
      }
    }
    return new Values(row);
  }

  private boolean counted(Field field, int count, long most, String path) {
    if (count > most) {
      fault(path, Why.TOO_MANY, String.valueOf(most));
      return false;
    }
    long least = field.limits().min().orElse(0L);
    if (count < least) {
      fault(path, Why.TOO_FEW, String.valueOf(least));
      return false;
    }
    return true;
  }

  private @Nullable Value none(String path, Why why, String limit) {
    faults.add(new FieldFault(path, why, limit));
    return null;
  }

  private Optional<Value> fault(String path, Why why, String limit) {
    faults.add(new FieldFault(path, why, limit));
    return Optional.empty();
  }
}
