package org.tocsin.exercise.city;

import org.tocsin.kernel.Point;

/**
 * Where the city lies: the plan is a chequered board of {@link #COLUMNS} by {@link #ROWS}
 * crossings; the ground bends it, so that squares around the middle become rings, the river winds,
 * streets are not straight, and the old town is crooked.
 *
 * <p>Its middle is in the open Yellow Sea, so that no record of this city can pass for a real
 * place.
 */
final class Ground {
  static final int COLUMNS = 60;
  static final int ROWS = 48;

  /** The river runs between these two rows, along the middle of which is {@link #RIVER}. */
  static final int SOUTH_BANK = 21;

  static final int NORTH_BANK = 22;
  static final double RIVER = 21.5;

  private static final double SPACING = 280;
  private static final double MIDDLE_LAT = 35.5;
  private static final double MIDDLE_LON = 123.0;
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double HALF_WIDTH = (COLUMNS - 1) / 2.0 * SPACING;
  private static final double HALF_HEIGHT = (ROWS - 1) / 2.0 * SPACING;
  private static final double ROUNDING = 0.7;

  private final double[][] east = new double[COLUMNS + 4][ROWS + 4];
  private final double[][] north = new double[COLUMNS + 4][ROWS + 4];

  Ground(long seed) {
    Chance chance = Chance.of(seed, "ground");
    for (int u = 0; u < COLUMNS + 4; u++) {
      for (int v = 0; v < ROWS + 4; v++) {
        east[u][v] = chance.between(-1, 1);
        north[u][v] = chance.between(-1, 1);
      }
    }
  }

  /** The place of a point of the plan; whole numbers are crossings, what lies between is street. */
  Point at(double u, double v) {
    double x = (u - (COLUMNS - 1) / 2.0) * SPACING;
    double y = (v - (ROWS - 1) / 2.0) * SPACING;
    double ax = x / HALF_WIDTH;
    double ay = y / HALF_HEIGHT;
    double roundX = x * (1 - ROUNDING + ROUNDING * Math.sqrt(1 - Math.min(1.6, ay * ay) / 2));
    double roundY = y * (1 - ROUNDING + ROUNDING * Math.sqrt(1 - Math.min(1.6, ax * ax) / 2));
    double fromRiver = v - RIVER;
    double bend = 650 * Math.sin(x / 2900 + 0.6) * Math.exp(-Math.pow(fromRiver / 11, 2));
    double bank = 130 * Math.tanh(fromRiver * 2);
    double crooked = crooked(u, v);
    return point(
        roundX + 55 * Math.sin(y / 1300 + 1.1) + crooked * noise(east, u, v),
        roundY + bend + bank + 50 * Math.sin(x / 1500) + crooked * noise(north, u, v));
  }

  /** How far chance may move a crossing, in metres: most in the old town. */
  private static double crooked(double u, double v) {
    double oldTown = Math.exp(-Math.pow((u - 29) / 6, 2) - Math.pow((v - 14) / 5, 2));
    return 26 + 42 * oldTown;
  }

  private static double noise(double[][] values, double u, double v) {
    double a = Math.clamp(u + 1.5, 0, COLUMNS + 2.99);
    double b = Math.clamp(v + 1.5, 0, ROWS + 2.99);
    int i = (int) a;
    int j = (int) b;
    double s = smooth(a - i);
    double t = smooth(b - j);
    double low = values[i][j] * (1 - s) + values[i + 1][j] * s;
    double high = values[i][j + 1] * (1 - s) + values[i + 1][j + 1] * s;
    return low * (1 - t) + high * t;
  }

  private static double smooth(double share) {
    return share * share * (3 - 2 * share);
  }

  private static Point point(double x, double y) {
    double lat = MIDDLE_LAT + y / METRES_PER_DEGREE;
    double lon = MIDDLE_LON + x / (METRES_PER_DEGREE * Math.cos(Math.toRadians(MIDDLE_LAT)));
    return new Point(round(lat), round(lon));
  }

  static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
