package org.tocsin.kernel;

/**
 * A place on the earth in WGS-84.
 *
 * @param lat latitude in degrees, −90 to 90
 * @param lon longitude in degrees, −180 to 180
 */
public record Point(double lat, double lon) {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /**
   * @throws IllegalArgumentException if a coordinate is not a number or out of range
   */
  public Point {
    if (!isValid(lat, lon)) {
      throw new IllegalArgumentException(
          "coordinates out of range: lat %s (−90 to 90), lon %s (−180 to 180)".formatted(lat, lon));
    }
  }

  /** Whether the pair can be a place at all. */
  public static boolean isValid(double lat, double lon) {
    return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
  }

  /** Great-circle distance in metres (haversine on the mean earth radius; error under 0.6%). */
  public double distanceTo(Point other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
