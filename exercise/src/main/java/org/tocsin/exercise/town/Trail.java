package org.tocsin.exercise.town;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.kernel.Point;

/** Where a car was: every ten seconds while it drives, every minute while it stands. */
final class Trail {
  private static final int DRIVING_SECONDS = 10;
  private static final int STANDING_SECONDS = 60;

  private Trail() {}

  /** A fix; km/h and degrees from north. */
  record Fix(LocalDateTime at, Point place, double speed, double course) {}

  static List<Fix> of(Town town, Day.Car car, LocalDateTime start) {
    List<Fix> fixes = new ArrayList<>();
    LocalDateTime now = start;
    Point here = town.at(car.legs.isEmpty() ? car.corner : car.legs.getFirst().way().getFirst());
    for (Day.Leg leg : car.legs) {
      for (; now.isBefore(leg.from()); now = now.plusSeconds(STANDING_SECONDS)) {
        fixes.add(new Fix(now, here, 0, 0));
      }
      drive(fixes, town, leg);
      here = town.at(leg.way().getLast());
      now = leg.to().plusSeconds(STANDING_SECONDS);
    }
    return fixes;
  }

  private static void drive(List<Fix> fixes, Town town, Day.Leg leg) {
    List<Point> points = leg.way().stream().map(town::at).toList();
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      metres += points.get(i - 1).distanceTo(points.get(i));
    }
    long seconds = Math.max(1, Duration.between(leg.from(), leg.to()).toSeconds());
    double speed = Town.round(metres / seconds * 3.6);
    for (long s = 0; s <= seconds; s += DRIVING_SECONDS) {
      fixes.add(at(points, metres * s / seconds, leg.from().plusSeconds(s), speed));
    }
    fixes.add(new Fix(leg.to(), points.getLast(), 0, 0));
  }

  private static Fix at(List<Point> points, double metres, LocalDateTime when, double speed) {
    double left = metres;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double length = a.distanceTo(b);
      if (left <= length && length > 0) {
        double share = left / length;
        Point place =
            new Point(
                Town.round(a.lat() + (b.lat() - a.lat()) * share),
                Town.round(a.lon() + (b.lon() - a.lon()) * share));
        return new Fix(when, place, speed, course(a, b));
      }
      left -= length;
    }
    return new Fix(when, points.getLast(), 0, 0);
  }

  private static double course(Point a, Point b) {
    double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
    return Math.round((Math.toDegrees(Math.atan2(east, b.lat() - a.lat())) + 360) % 360);
  }
}
