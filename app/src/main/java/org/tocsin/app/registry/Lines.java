package org.tocsin.app.registry;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.kernel.Point;

/** Small measures on lines of points; metres on the ground, good for lines of city size. */
public final class Lines {
  private static final double METRES_PER_DEGREE = 111_195.08;

  private Lines() {}

  /** The length of a line in metres. */
  public static double length(List<Point> line) {
    double sum = 0;
    for (int i = 1; i < line.size(); i++) {
      sum += line.get(i - 1).distanceTo(line.get(i));
    }
    return sum;
  }

  /** The point at a fraction (0 to 1) of a line's length. */
  public static Point along(List<Point> line, double fraction) {
    double rest = length(line) * Math.clamp(fraction, 0, 1);
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      double piece = a.distanceTo(b);
      if (rest <= piece && piece > 0) {
        return between(a, b, rest / piece);
      }
      rest -= piece;
    }
    return line.getLast();
  }

  /** The nearest place on a line to a point. */
  public static Foot nearest(List<Point> line, Point p) {
    double best = Double.MAX_VALUE;
    Point at = line.getFirst();
    double before = 0;
    double bestBefore = 0;
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      double t = footFraction(a, b, p);
      Point foot = between(a, b, t);
      double metres = flatDistance(foot, p);
      double piece = flatDistance(a, b);
      if (metres < best) {
        best = metres;
        at = foot;
        bestBefore = before + t * piece;
      }
      before += piece;
    }
    return new Foot(at, best, before == 0 ? 0 : bestBefore / before);
  }

  /**
   * Both halves of a line cut at its middle.
   *
   * @return two lines that share the cutting point
   */
  static List<List<Point>> halves(List<Point> line) {
    double half = length(line) / 2;
    Point middle = along(line, 0.5);
    List<Point> first = new ArrayList<>(List.of(line.getFirst()));
    List<Point> second = new ArrayList<>(List.of(middle));
    double gone = 0;
    for (int i = 1; i < line.size(); i++) {
      gone += line.get(i - 1).distanceTo(line.get(i));
      if (gone < half) {
        first.add(line.get(i));
      } else if (gone > half) {
        second.add(line.get(i));
      }
    }
    first.add(middle);
    return List.of(first, second);
  }

  private static double footFraction(Point a, Point b, Point p) {
    double scale = Math.cos(Math.toRadians(p.lat()));
    double dx = (b.lon() - a.lon()) * scale;
    double dy = b.lat() - a.lat();
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    double dot = (p.lon() - a.lon()) * scale * dx + (p.lat() - a.lat()) * dy;
    return Math.clamp(dot / square, 0, 1);
  }

  private static Point between(Point a, Point b, double t) {
    return new Point(a.lat() + t * (b.lat() - a.lat()), a.lon() + t * (b.lon() - a.lon()));
  }

  private static double flatDistance(Point a, Point b) {
    double dx = (a.lon() - b.lon()) * Math.cos(Math.toRadians((a.lat() + b.lat()) / 2));
    double dy = a.lat() - b.lat();
    return METRES_PER_DEGREE * Math.sqrt(dx * dx + dy * dy);
  }

  /**
   * The nearest place on a line.
   *
   * @param point on the line
   * @param metres from the point asked for
   * @param fraction of the line's length before it, 0 to 1
   */
  public record Foot(Point point, double metres, double fraction) {}
}
