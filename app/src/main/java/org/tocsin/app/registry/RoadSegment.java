package org.tocsin.app.registry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * One piece of road between two nodes, as imported.
 *
 * @param id the source's own identity of the piece, unique in its dataset
 * @param street the street's name as the source writes it; may be empty
 * @param roadClass for the speed
 * @param travel which way it may be driven
 * @param fromNode identity of the node at the first point; equal text means the same node
 * @param toNode identity of the node at the last point
 * @param lengthMetres length on the ground in metres
 * @param line at least two points, in WGS-84
 * @param left house numbers on the left side, seen along the line
 * @param right house numbers on the right side
 * @param area the district or neighbourhood, for telling streets of one name apart; may be empty
 * @param maxSpeedKmh the posted limit in km/h where the source has one
 */
public record RoadSegment(
    String id,
    String street,
    RoadClass roadClass,
    Travel travel,
    String fromNode,
    String toNode,
    double lengthMetres,
    List<Point> line,
    NumberRange left,
    NumberRange right,
    String area,
    @Nullable Integer maxSpeedKmh) {
  public RoadSegment {
    Objects.requireNonNull(id, "id");
    line = List.copyOf(line);
    if (line.size() < 2) {
      throw new IllegalArgumentException("a segment needs at least two points: " + id);
    }
    if (!(lengthMetres >= 0)) {
      throw new IllegalArgumentException("length must not be negative: " + id);
    }
  }

  /** A segment for driving both ways without house numbers, for tests and generated networks. */
  public static RoadSegment plain(
      String id, String street, RoadClass roadClass, String from, String to, List<Point> line) {
    return new RoadSegment(
        id,
        street,
        roadClass,
        Travel.BOTH,
        from,
        to,
        Lines.length(line),
        line,
        NumberRange.NONE,
        NumberRange.NONE,
        "",
        null);
  }

  /** The same piece with other directions of travel. */
  public RoadSegment with(Travel other) {
    return new RoadSegment(
        id,
        street,
        roadClass,
        other,
        fromNode,
        toNode,
        lengthMetres,
        line,
        left,
        right,
        area,
        maxSpeedKmh);
  }

  /** Whether a unit may drive here at all. */
  public boolean drivable() {
    return travel != Travel.NONE;
  }
}
