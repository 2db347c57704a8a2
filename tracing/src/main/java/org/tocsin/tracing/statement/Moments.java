package org.tocsin.tracing.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times of payments as banks print them. Years come first in every layout that is read; a time
 * without an offset is in the zone given. One instance serves one file and is used by one thread.
 */
final class Moments {
  /** No time could be read. */
  static final long NONE = Long.MIN_VALUE;

  private final ZoneId zone;
  private final long fixedOffsetMillis;
  private final long[] groups = new long[8];
  private final int[] lengths = new int[8];

  /** The zone of times that do not say theirs. */
  Moments(ZoneId zone) {
    this.zone = zone;
    // Offsets of the past that a ledger can hold: when they are all the same, instants are plain
    // arithmetic.
    this.fixedOffsetMillis =
        zone instanceof ZoneOffset offset ? offset.getTotalSeconds() * 1000L : NONE;
  }

  /**
   * The usual {@code yyyy-MM-dd HH:mm:ss} (or with slashes, or without seconds) in ASCII, fast;
   * {@link #NONE} when it is another.
   */
  long plain(byte[] bytes, int from, int to) {
    if (fixedOffsetMillis == NONE
        || to - from < 16
        || to - from > 19
        || bytes[from + 4] != bytes[from + 7]) {
      return NONE;
    }
    byte separator = bytes[from + 4];
    boolean seconds = to - from == 19;
    if (separator != '-' && separator != '/'
        || bytes[from + 10] != ' ' && bytes[from + 10] != 'T'
        || bytes[from + 13] != ':'
        || to - from != 16 && !seconds
        || seconds && bytes[from + 16] != ':') {
      return NONE;
    }
    int date =
        two(bytes, from) * 1_000_000
            + two(bytes, from + 2) * 10_000
            + two(bytes, from + 5) * 100
            + two(bytes, from + 8);
    int hour = two(bytes, from + 11);
    int minute = two(bytes, from + 14);
    int second = seconds ? two(bytes, from + 17) : 0;
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    if (hour > 23
        || minute > 59
        || second > 59
        || year < 1990
        || year > 2100
        || month < 1
        || month > 12
        || day < 1
        || day > 28) {
      return NONE; // the last days of a month, and all that is wrong, the slow and careful way
    }
    return epochDay(year, month, day) * 86_400_000L
        + (hour * 3600 + minute * 60 + second) * 1000L
        - fixedOffsetMillis;
  }

  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 1_000 : tens * 10 + ones;
  }

  /**
   * Days since 1970-01-01 in the Gregorian calendar (the civil-from-days algorithm, years counted
   * from March).
   */
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /**
   * A date with or without a time of day, in any of the layouts known; milliseconds since 1970, or
   * {@link #NONE}.
   */
  long parse(String raw) {
    String text = Text.clean(raw).toUpperCase(Locale.ROOT);
    if (text.length() < 5 || text.length() > 40) {
      return NONE;
    }
    try {
      return serial(text) ? fromSerial(text) : fromGroups(text);
    } catch (DateTimeException outOfRange) {
      return NONE;
    }
  }

  /** A date of one column and a time of day of another. */
  long parse(String date, String time) {
    String clock = Text.clean(time);
    if (Text.blank(clock)) {
      return parse(date);
    }
    String digits = clock.chars().allMatch(c -> c >= '0' && c <= '9') ? clock : "";
    if (!digits.isEmpty() && digits.length() <= 6) {
      clock =
          "0".repeat(6 - digits.length())
              + digits; // 93005: a spreadsheet took the leading zero of 09:30:05
    }
    String day = Text.clean(date);
    int space = day.indexOf(' ');
    return parse((space > 0 ? day.substring(0, space) : day) + " " + clock);
  }

  /** Does this text hold a date, and not only a time of day? */
  boolean holdsDate(String raw) {
    return parse(raw) != NONE;
  }

  /** A spreadsheet's day number, 1990 to 2100, with the time of day as its fraction. */
  private static boolean serial(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    return whole.length() == 5
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')
        && text.lastIndexOf('.') == point
        && whole.compareTo("32874") >= 0
        && whole.compareTo("73415") <= 0;
  }

  private long fromSerial(String text) {
    double days = Double.parseDouble(text);
    LocalDate date = LocalDate.of(1899, 12, 30).plusDays((long) days);
    long seconds = Math.round((days - (long) days) * 86_400);
    return date.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant().toEpochMilli();
  }

  private long fromGroups(String text) {
    int end = offsetStart(text);
    int count = split(text, end);
    if (count == 0) {
      return NONE;
    }
    boolean afternoon = text.contains("下午") || text.contains("PM");
    boolean morning = text.contains("上午") || text.contains("AM");
    LocalDateTime local = count == 1 ? together() : apart(count);
    if (local == null || local.getYear() < 1990 || local.getYear() > 2100) {
      return NONE;
    }
    if (afternoon && local.getHour() < 12) {
      local = local.plusHours(12);
    } else if (morning && local.getHour() == 12) {
      local = local.minusHours(12);
    }
    ZoneId here = end < text.length() ? ZoneOffset.of(text.substring(end)) : zone;
    return local.atZone(here).toInstant().toEpochMilli();
  }

  /** Where {@code Z} or {@code +08:00} begins after a time of day, or the end. */
  private static int offsetStart(String text) {
    int colon = text.indexOf(':');
    if (text.endsWith("Z")) {
      return text.length() - 1;
    }
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    return colon > 0 && sign > colon ? sign : text.length();
  }

  /**
   * Splits digits from what stands between them; how many groups, or 0 when there is anything else
   * than separators.
   */
  private int split(String text, int end) {
    int count = 0;
    int i = 0;
    while (i < end) {
      char c = text.charAt(i);
      if (!Text.digit(c)) {
        if ("-/.:年月日号时點点分秒 T,上下午APM星期一二三四五六天()周".indexOf(c) < 0) {
          return 0;
        }
        i++;
        continue;
      }
      int start = i;
      long value = 0;
      while (i < end && Text.digit(text.charAt(i)) && i - start < 18) {
        value = value * 10 + (text.charAt(i++) - '0');
      }
      if (count == groups.length || i < end && Text.digit(text.charAt(i))) {
        return 0;
      }
      groups[count] = value;
      lengths[count++] = i - start;
    }
    return count;
  }

  /** Digits without separators: yyyyMMdd, with HHmm, HHmmss or HHmmssSSS. */
  private @Nullable LocalDateTime together() {
    long value = groups[0];
    return switch (lengths[0]) {
      case 8 -> at(value, 0, 0);
      case 12 -> at(value / 10_000, value % 10_000 * 100, 0);
      case 14 -> at(value / 1_000_000, value % 1_000_000, 0);
      case 17 -> at(value / 1_000_000_000, value / 1_000 % 1_000_000, value % 1_000);
      default -> null;
    };
  }

  private @Nullable LocalDateTime apart(int count) {
    int next = lengths[0] == 8 ? 1 : 3;
    if (next == 3 && (count < 3 || lengths[0] != 4)) {
      return null;
    }
    long date =
        next == 1 ? groups[0] : groups[0] * 10_000 + below(groups[1]) * 100 + below(groups[2]);
    int left = count - next;
    if (left == 0) {
      return at(date, 0, 0);
    }
    if (left == 1) {
      return switch (lengths[next]) {
        case 4 -> at(date, groups[next] * 100, 0);
        case 5, 6 -> at(date, groups[next], 0);
        case 9 -> at(date, groups[next] / 1_000, groups[next] % 1_000);
        default -> null;
      };
    }
    long second = left > 2 ? below(groups[next + 2]) : 0;
    return left > 4
        ? null
        : at(
            date,
            below(groups[next]) * 10_000 + below(groups[next + 1]) * 100 + second,
            left > 3 ? millis(next + 3) : 0);
  }

  /** Two digits at most; anything larger becomes something that no calendar has. */
  private static long below(long value) {
    return value > 99 ? 99 : value;
  }

  private long millis(int group) {
    long value = groups[group];
    for (int digits = lengths[group]; digits > 3; digits--) {
      value /= 10;
    }
    for (int digits = lengths[group]; digits < 3; digits++) {
      value *= 10;
    }
    return value;
  }

  private static LocalDateTime at(long date, long time, long millis) {
    LocalDate day =
        LocalDate.of((int) (date / 10_000), (int) (date / 100 % 100), (int) (date % 100));
    if (time == 240_000 && millis == 0) {
      return day.plusDays(1).atStartOfDay(); // 24:00:00 of a day
    }
    return day.atTime(
        (int) (time / 10_000),
        (int) (time / 100 % 100),
        (int) (time % 100),
        (int) millis * 1_000_000);
  }
}
