package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Lines;
import org.tocsin.app.registry.NumberRange;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.kernel.Point;

/** One street: the pieces of one name that lie together. */
final class Street {
  private static final int BLOCK_SIZE = 100;

  private final String label;
  private final Words words;
  private final List<RoadSegment> segments;
  private final String mainArea;
  private final Map<String, Point> nodes = new LinkedHashMap<>();
  private @Nullable Point middle;

  /** A street of the road table. */
  Street(String name, List<RoadSegment> segments) {
    this.label = Labels.name(name);
    this.words = Words.of(name);
    this.segments = segments;
    Map<String, Integer> areas = new HashMap<>();
    for (RoadSegment segment : segments) {
      nodes.put(segment.fromNode(), segment.line().getFirst());
      nodes.put(segment.toNode(), segment.line().getLast());
      areas.merge(segment.area(), 1, Integer::sum);
    }
    this.mainArea =
        areas.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
  }

  /** A street that only the address table knows. */
  Street(String name, String area, Point middle) {
    this.label = Labels.name(name);
    this.words = Words.of(name);
    this.segments = List.of();
    this.mainArea = area;
    this.middle = middle;
  }

  String label() {
    return label;
  }

  Words words() {
    return words;
  }

  boolean isHan() {
    return words.isHan();
  }

  String mainArea() {
    return mainArea;
  }

  List<RoadSegment> segments() {
    return segments;
  }

  /** Crossings and ends by node. */
  Map<String, Point> nodes() {
    return nodes;
  }

  /** The point of the street nearest to the middle of its extent. */
  Point middle() {
    Point known = middle;
    if (known == null) {
      known = computeMiddle();
      middle = known;
    }
    return known;
  }

  private Point computeMiddle() {
    double lat = 0;
    double lon = 0;
    for (Point p : nodes.values()) {
      lat += p.lat() / nodes.size();
      lon += p.lon() / nodes.size();
    }
    Point centre = new Point(lat, lon);
    Point best = centre;
    double metres = Double.MAX_VALUE;
    for (RoadSegment segment : segments) {
      Lines.Foot foot = Lines.nearest(segment.line(), centre);
      if (foot.metres() < metres) {
        metres = foot.metres();
        best = foot.point();
      }
    }
    return best;
  }

  /** The area's name fits one of the street's, or either is unknown. */
  boolean liesIn(String area) {
    if (area.isEmpty() || mainArea.isEmpty()) {
      return true;
    }
    String wanted = Words.plain(area);
    return segments.stream()
        .map(s -> Words.plain(s.area()))
        .distinct()
        .anyMatch(own -> wanted.contains(own) || own.contains(wanted));
  }

  /** Where a house number lies, by the number ranges; the side of its parity first. */
  @Nullable Point house(int number) {
    Point either = null;
    for (RoadSegment segment : segments) {
      for (NumberRange range : List.of(segment.left(), segment.right())) {
        if (range.contains(number)) {
          Point at = Lines.along(segment.line(), range.fractionOf(number));
          if (range.sameParity(number)) {
            return at;
          }
          either = at;
        }
      }
    }
    return either;
  }

  /**
   * The middle of the part of the street that a hundred block covers.
   *
   * @param number any number of the block; "0 block" is 1 to 99
   */
  @Nullable Point block(int number) {
    int low = Math.max(1, number - number % BLOCK_SIZE);
    int high = number - number % BLOCK_SIZE + BLOCK_SIZE - 1;
    List<Point> starts = new ArrayList<>();
    for (RoadSegment segment : segments) {
      double from = 1;
      double to = 0;
      for (NumberRange range : List.of(segment.left(), segment.right())) {
        if (!range.isNone() && range.low() <= high && range.high() >= low) {
          double a = range.fractionOf(Math.clamp(low, range.low(), range.high()));
          double b = range.fractionOf(Math.clamp(high, range.low(), range.high()));
          from = Math.min(from, Math.min(a, b));
          to = Math.max(to, Math.max(a, b));
        }
      }
      if (from <= to) {
        // Sampled by length, so that a long piece counts more than a short one.
        int samples = 1 + (int) (segment.lengthMetres() * (to - from) / 10);
        for (int i = 0; i < samples; i++) {
          starts.add(Lines.along(segment.line(), from + (to - from) * (i + 0.5) / samples));
        }
      }
    }
    return starts.isEmpty() ? null : central(starts);
  }

  private static Point central(List<Point> points) {
    double lat = points.stream().mapToDouble(Point::lat).average().orElseThrow();
    double lon = points.stream().mapToDouble(Point::lon).average().orElseThrow();
    Point centre = new Point(lat, lon);
    Point best = points.getFirst();
    for (Point p : points) {
      best = p.distanceTo(centre) < best.distanceTo(centre) ? p : best;
    }
    return best;
  }

  /** The block that exists and whose number is nearest; -1 where the street has no numbers. */
  int nearestBlock(int number) {
    int best = -1;
    for (RoadSegment segment : segments) {
      for (NumberRange range : List.of(segment.left(), segment.right())) {
        if (!range.isNone()) {
          int near = Math.clamp(number, range.low(), range.high());
          int block = near - near % BLOCK_SIZE;
          if (best < 0 || Math.abs(block - number) < Math.abs(best - number)) {
            best = block;
          }
        }
      }
    }
    return best;
  }
}
