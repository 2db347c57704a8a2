package org.tocsin.exercise.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * The units of a feed: from the units file beside it, or worked out from the log. A unit whose call
 * sign names a station lives at the median place of the calls in that station's area; any other has
 * no home and belongs to the root.
 */
public final class Roster {
  private static final List<String> COLUMNS = List.of("unit", "type", "area", "lat", "lon", "crew");

  private Roster() {}

  public static List<UnitRecord> of(Feed feed) {
    String file = feed.mapping().filesOrNone().units();
    if (file != null && Files.exists(feed.folder().resolve(file))) {
      return read(feed, feed.folder().resolve(file));
    }
    return workOut(feed);
  }

  private static List<UnitRecord> workOut(Feed feed) {
    Map<String, Point> centres = centres(feed);
    Map<String, UnitRecord> units = new TreeMap<>();
    String pattern = feed.mapping().homes().pattern();
    @Nullable Pattern home = pattern == null ? null : Pattern.compile(pattern);
    for (CallRecord call : feed.calls()) {
      for (UnitResponse r : call.units()) {
        units.computeIfAbsent(
            r.unit(),
            name -> {
              String area = area(feed, home, name);
              boolean known = centres.containsKey(area);
              return new UnitRecord(name, r.unitType(), known ? area : "", centres.get(area), "");
            });
      }
    }
    return List.copyOf(units.values());
  }

  private static String area(Feed feed, @Nullable Pattern home, String callSign) {
    Matcher named = home == null ? null : home.matcher(callSign);
    return named != null && named.matches()
        ? String.format(
            Locale.ROOT, feed.mapping().homes().areaFormat(), Integer.parseInt(named.group(1)))
        : "";
  }

  /** The median place of each station area's calls. */
  static Map<String, Point> centres(Feed feed) {
    Map<String, List<Point>> places = new LinkedHashMap<>();
    for (CallRecord call : feed.calls()) {
      Point place = call.place();
      if (place != null && !call.area().isEmpty()) {
        places.computeIfAbsent(call.area(), a -> new ArrayList<>()).add(place);
      }
    }
    Map<String, Point> centres = new LinkedHashMap<>();
    places.forEach(
        (area, list) ->
            centres.put(
                area,
                new Point(
                    median(list.stream().mapToDouble(Point::lat).toArray()),
                    median(list.stream().mapToDouble(Point::lon).toArray()))));
    return centres;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static List<UnitRecord> read(Feed feed, Path file) {
    CsvFile csv = CsvFile.of(file);
    List<String> header = csv.header();
    if (!header.containsAll(COLUMNS)) {
      throw new FeedException(csv.name() + " needs the columns " + COLUMNS + " but has " + header);
    }
    List<UnitRecord> units = new ArrayList<>();
    csv.rows(
        row -> {
          List<String> v = row.values();
          if (row.broken() || v.size() != header.size()) {
            throw new FeedException(
                csv.name() + ":" + row.line() + " is not a row of units: " + row.error());
          }
          String type = v.get(header.indexOf("type"));
          String code = feed.mapping().unitTypes().find(type);
          units.add(
              new UnitRecord(
                  v.get(header.indexOf("unit")),
                  code == null ? feed.mapping().unitTypes().otherwise() : code,
                  v.get(header.indexOf("area")),
                  Positions.point(v.get(header.indexOf("lat")), v.get(header.indexOf("lon")))
                      .orElse(null),
                  v.get(header.indexOf("crew"))));
        });
    return units;
  }
}
