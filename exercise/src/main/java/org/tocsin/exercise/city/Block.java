package org.tocsin.exercise.city;

import java.util.List;
import org.tocsin.kernel.Point;

/**
 * A piece of street between two crossings.
 *
 * @param id its number in the street table
 * @param from number of the crossing where house numbers begin
 * @param to number of the crossing where they end
 * @param northward whether it runs from south to north rather than from west to east
 * @param first the lowest house number; odd ones are on the left side
 * @param line from {@code from} to {@code to}, WGS-84
 * @param precinct number of the precinct in which its middle lies
 */
public record Block(
    int id,
    String street,
    RoadKind kind,
    int from,
    int to,
    boolean northward,
    int first,
    List<Point> line,
    double metres,
    int precinct) {
  /** House numbers of a block, both sides together. */
  public static final int NUMBERS = 40;

  /** The place a share of the way along, 0 at {@code from}. */
  public Point at(double share) {
    double left = Math.clamp(share, 0, 1) * metres;
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      double length = a.distanceTo(b);
      if (left <= length || i == line.size() - 1) {
        double part = length == 0 ? 0 : Math.min(1, left / length);
        return new Point(
            Ground.round(a.lat() + (b.lat() - a.lat()) * part),
            Ground.round(a.lon() + (b.lon() - a.lon()) * part));
      }
      left -= length;
    }
    return line.getLast();
  }

  /** Degrees from north of driving along it there, from {@code from} to {@code to}. */
  double courseAt(double share) {
    double left = Math.clamp(share, 0, 1) * metres;
    for (int i = 1; i < line.size(); i++) {
      double length = line.get(i - 1).distanceTo(line.get(i));
      if (left <= length || i == line.size() - 1) {
        return course(line.get(i - 1), line.get(i));
      }
      left -= length;
    }
    return 0;
  }

  static double course(Point a, Point b) {
    double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return (Math.toDegrees(Math.atan2(east, b.lat() - a.lat())) + 360) % 360;
  }

  /** The house number at a share of the way, on the left (odd) or right (even) side. */
  public int number(double share, boolean left) {
    int pair = Math.min(NUMBERS / 2 - 1, (int) (share * NUMBERS / 2));
    return first + pair * 2 + (left ? 0 : 1);
  }
}
