package org.tocsin.exercise.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.kernel.Point;

/**
 * Reads a place as logs publish it: {@code (lat, lon)} or {@code POINT (lon lat)}, WGS-84 degrees.
 */
final class Positions {
  private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)";
  private static final Pattern PAIR =
      Pattern.compile("\\(?\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*\\)?");
  private static final Pattern WKT =
      Pattern.compile(
          "POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)", Pattern.CASE_INSENSITIVE);

  private Positions() {}

  /**
   * The place, or empty if the text is none or no place on earth (0, 0 is a log's word for
   * unknown).
   */
  static Optional<Point> read(String text) {
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      return point(pair.group(1), pair.group(2));
    }
    Matcher wkt = WKT.matcher(text);
    return wkt.matches() ? point(wkt.group(2), wkt.group(1)) : Optional.empty();
  }

  static Optional<Point> point(String latText, String lonText) {
    double lat = Double.parseDouble(latText);
    double lon = Double.parseDouble(lonText);
    boolean real = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
    return real ? Optional.of(new Point(lat, lon)) : Optional.empty();
  }
}
