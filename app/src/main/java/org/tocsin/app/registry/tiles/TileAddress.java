package org.tocsin.app.registry.tiles;

import org.locationtech.jts.geom.Envelope;
import org.tocsin.kernel.Point;

/**
 * Which tile: the usual numbering of Web Mercator (EPSG:3857), rows from the north.
 *
 * @param z zoom level, 0 (the whole world) to {@value #MAX_ZOOM}
 * @param x column, 0 to 2^z − 1
 * @param y row, 0 to 2^z − 1
 */
public record TileAddress(int z, int x, int y) {
  /** Deeper tiles hold nothing more; the map enlarges these. */
  public static final int MAX_ZOOM = 16;

  // Beyond it the projection runs to infinity; no agency works there.
  private static final double MAX_LAT = 85.05;

  /**
   * @throws IllegalArgumentException if there is no such tile
   */
  public TileAddress {
    if (!exists(z, x, y)) {
      throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
    }
  }

  /** Whether there is such a tile. */
  public static boolean exists(int z, int x, int y) {
    return z >= 0 && z <= MAX_ZOOM && x >= 0 && x < 1 << z && y >= 0 && y < 1 << z;
  }

  /** The tile's ground and a margin around it, in shares of the world's side. */
  Envelope window(double marginOfTile) {
    double side = 1.0 / (1 << z);
    double margin = marginOfTile * side;
    return new Envelope(
        x * side - margin, (x + 1) * side + margin, y * side - margin, (y + 1) * side + margin);
  }

  /** East–west place in shares of the world's side, from the west. */
  static double across(Point p) {
    return (p.lon() + 180) / 360;
  }

  /** North–south place in shares of the world's side, from the north. */
  static double down(Point p) {
    double lat = Math.toRadians(Math.clamp(p.lat(), -MAX_LAT, MAX_LAT));
    return 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI);
  }
}
