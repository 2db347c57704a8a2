package org.tocsin.app.registry.tiles;

import org.tocsin.kernel.Point;

/** A box of ground in degrees WGS-84. */
public record Extent(double west, double south, double east, double north) {
  /** A box around one point. */
  public static Extent at(Point p) {
    return new Extent(p.lon(), p.lat(), p.lon(), p.lat());
  }

  /** The smallest box around both. */
  public Extent with(Extent other) {
    return new Extent(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }
}
