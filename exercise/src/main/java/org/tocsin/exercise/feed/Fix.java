package org.tocsin.exercise.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.kernel.Point;

/** Where a unit was at an instant; speed in km/h, course in degrees from north. */
public record Fix(Instant at, String unit, Point place, double speed, double course) {

  /** The positions file beside a feed, in time order; empty if there is none. */
  public static List<Fix> of(Feed feed) {
    String file = feed.mapping().filesOrNone().positions();
    Path path = file == null ? null : feed.folder().resolve(file);
    if (path == null || !Files.exists(path)) {
      return List.of();
    }
    CsvFile csv = CsvFile.of(path);
    List<String> header = csv.header();
    List<Fix> fixes = new ArrayList<>();
    csv.rows(
        row -> {
          List<String> v = row.values();
          Optional<Point> place =
              v.size() == header.size()
                  ? Positions.point(v.get(header.indexOf("lat")), v.get(header.indexOf("lon")))
                  : Optional.empty();
          if (place.isEmpty()) {
            throw new FeedException(csv.name() + ":" + row.line() + " is no position: " + v);
          }
          fixes.add(
              new Fix(
                  Instant.parse(v.get(header.indexOf("at"))),
                  v.get(header.indexOf("unit")),
                  place.get(),
                  Double.parseDouble(v.get(header.indexOf("speed"))),
                  Double.parseDouble(v.get(header.indexOf("course")))));
        });
    fixes.sort(java.util.Comparator.comparing(Fix::at));
    return fixes;
  }
}
