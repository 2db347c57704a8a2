package org.tocsin.app.registry.places;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Coordinates as people write them, WGS-84: {@code 37.77,-122.42}, {@code 37.77N 122.42W}, {@code
 * 37°46'12"N 122°25'12"W}, {@code 北纬36.06 东经103.83}. Latitude first; a first number beyond ±90 is
 * taken for the longitude.
 */
final class Coordinates {
  private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d+)?)";
  private static final Pattern PAIR =
      Pattern.compile("[(\\[]?\\s*" + NUMBER + "\\s*[,;\\s]\\s*" + NUMBER + "\\s*[)\\]]?");
  private static final String ANGLE =
      NUMBER
          + "(?:\\s*[°度]\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*['′’分]\\s*)?"
          + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|″|”|''|秒)\\s*)?)?";
  private static final Pattern LETTERS =
      Pattern.compile(ANGLE + "\\s*([nsew])\\s*[,;]?\\s*" + ANGLE + "\\s*([nsew])");
  private static final Pattern CHINESE =
      Pattern.compile("([东西南北])[经纬]:?\\s*" + ANGLE + "\\s*[,;]?\\s*([东西南北])[经纬]:?\\s*" + ANGLE);

  private Coordinates() {}

  /** Reads coordinates; the text is half-width lower case already. */
  static Optional<Point> read(String text) {
    Matcher pair = PAIR.matcher(text);
    if (pair.matches() && (pair.group(1).contains(".") || pair.group(2).contains("."))) {
      return point(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
    }
    Matcher letters = LETTERS.matcher(text);
    if (letters.matches()) {
      return placed(letters.group(4), degrees(letters, 1), letters.group(8), degrees(letters, 5));
    }
    Matcher chinese = CHINESE.matcher(text);
    if (chinese.matches()) {
      return placed(
          latin(chinese.group(1)),
          degrees(chinese, 2),
          latin(chinese.group(5)),
          degrees(chinese, 6));
    }
    return Optional.empty();
  }

  private static Optional<Point> placed(String side1, double d1, String side2, double d2) {
    boolean firstIsLat = "ns".contains(side1);
    if (firstIsLat == "ns".contains(side2)) {
      return Optional.empty();
    }
    double first = "sw".contains(side1) ? -d1 : d1;
    double second = "sw".contains(side2) ? -d2 : d2;
    return firstIsLat ? valid(first, second) : valid(second, first);
  }

  private static String latin(String side) {
    return switch (side) {
      case "东" -> "e";
      case "西" -> "w";
      case "南" -> "s";
      default -> "n";
    };
  }

  private static double degrees(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group))
        + part(matcher.group(group + 1)) / 60
        + part(matcher.group(group + 2)) / 3600;
  }

  private static double part(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static Optional<Point> point(double first, double second) {
    return Math.abs(first) > 90 ? valid(second, first) : valid(first, second);
  }

  private static Optional<Point> valid(double lat, double lon) {
    return Point.isValid(lat, lon) ? Optional.of(new Point(lat, lon)) : Optional.empty();
  }
}
