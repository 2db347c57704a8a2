package org.tocsin.kernel;

/**
 * The published approximation of the GCJ-02 shift (Krasovsky 1940 ellipsoid); metre-level agreement
 * with map services.
 */
final class Gcj02 {
  private static final double AXIS_METRES = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  private Gcj02() {}

  static Point fromWgs84(double lat, double lon) {
    if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) {
      return new Point(lat, lon);
    }
    double x = lon - 105.0;
    double y = lat - 35.0;
    double rad = Math.toRadians(lat);
    double magic = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(rad), 2);
    double sqrt = Math.sqrt(magic);
    double dLat =
        shiftLat(x, y)
            * 180.0
            / ((AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / (magic * sqrt) * Math.PI);
    double dLon = shiftLon(x, y) * 180.0 / (AXIS_METRES / sqrt * Math.cos(rad) * Math.PI);
    return new Point(lat + dLat, lon + dLon);
  }

  private static double shiftLat(double x, double y) {
    double value =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    value += waves(x, 6.0, 2.0);
    value += (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0;
    return value
        + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
  }

  private static double shiftLon(double x, double y) {
    double value = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    value += waves(x, 6.0, 2.0);
    value += (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0;
    return value
        + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
  }

  private static double waves(double x, double first, double second) {
    return (20.0 * Math.sin(first * x * Math.PI) + 20.0 * Math.sin(second * x * Math.PI))
        * 2.0
        / 3.0;
  }
}
