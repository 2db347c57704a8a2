package org.tocsin.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.kernel.Point;

/**
 * Where units live. The log has no coordinates of stations; an engine's or truck's number names its
 * station, and the station is put at the median latitude and longitude of the calls in its area.
 * Others (ambulances, chiefs) are posted as the day goes and have no home.
 */
public final class Homes {
  private static final Pattern STATIONED = Pattern.compile("[ET](\\d+)");

  private final Map<String, Point> stations;

  private Homes(Map<String, Point> stations) {
    this.stations = stations;
  }

  /** Homes with stations where they are given, by two-digit area. */
  static Homes at(Map<String, Point> stations) {
    return new Homes(Map.copyOf(stations));
  }

  /** The stations, by area. */
  Map<String, Point> stations() {
    return stations;
  }

  /** Stations at the medians of these calls' places. */
  public static Homes of(List<StudyCall> calls) {
    Map<String, List<Point>> places = new HashMap<>();
    for (StudyCall call : calls) {
      if (!call.area().isEmpty()) {
        places.computeIfAbsent(call.area(), a -> new ArrayList<>()).add(call.place());
      }
    }
    Map<String, Point> stations = new HashMap<>();
    places.forEach(
        (area, list) ->
            stations.put(
                area,
                new Point(
                    median(list.stream().mapToDouble(Point::lat).toArray()),
                    median(list.stream().mapToDouble(Point::lon).toArray()))));
    return new Homes(stations);
  }

  /** The unit's home, empty if it has none or nothing is known of its station's area. */
  public Optional<Point> of(String unit) {
    return area(unit).map(stations::get);
  }

  /** The area of the station that a call sign names. */
  static Optional<String> area(String unit) {
    Matcher name = STATIONED.matcher(unit);
    return name.matches()
        ? Optional.of(String.format(Locale.ROOT, "%02d", Integer.parseInt(name.group(1))))
        : Optional.empty();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[(values.length - 1) / 2];
  }
}
