package org.tocsin.app.registry.places;

import org.tocsin.kernel.Point;

/**
 * How far apart two streets are at their nearest nodes.
 *
 * @param metres between the two nodes
 * @param middle between them
 */
record Gap(double metres, Point middle) {
  static Gap between(Street a, Street b) {
    Gap best = new Gap(Double.MAX_VALUE, a.middle());
    for (Point p : a.nodes().values()) {
      for (Point q : b.nodes().values()) {
        if (Math.abs(p.lat() - q.lat()) < 0.002 && Math.abs(p.lon() - q.lon()) < 0.004) {
          double metres = p.distanceTo(q);
          if (metres < best.metres()) {
            Point middle = new Point((p.lat() + q.lat()) / 2, (p.lon() + q.lon()) / 2);
            best = new Gap(metres, middle);
          }
        }
      }
    }
    return best;
  }

  /** Whether two texts of areas share a name, such as 城关区 in 兰州市城关区 and 城关区. */
  static boolean overlap(String a, String b) {
    String x = Words.plain(a);
    String y = Words.plain(b);
    if (x.contains(y) || y.contains(x)) {
      return true;
    }
    for (int i = 0; i + 3 <= x.length(); i++) {
      if (y.contains(x.substring(i, i + 3))) {
        return true;
      }
    }
    return false;
  }
}
