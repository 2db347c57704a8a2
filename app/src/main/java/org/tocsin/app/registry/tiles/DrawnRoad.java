package org.tocsin.app.registry.tiles;

import org.locationtech.jts.geom.Envelope;
import org.tocsin.app.registry.RoadClass;

/**
 * A street, or a connected part of one, as one line.
 *
 * @param order its place among all, so that a tile is the same however it is made
 * @param name for the label; may be empty
 * @param roadClass for the width
 * @param world x, y, x, y, … in shares of the world's side, from the north-west
 */
record DrawnRoad(int order, String name, RoadClass roadClass, double[] world) {
  /** How soon it is left out: 0 is shown on every map. */
  int rank() {
    return rank(roadClass);
  }

  static int rank(RoadClass roadClass) {
    return switch (roadClass) {
      case MOTORWAY -> 0;
      case TRUNK -> 1;
      case PRIMARY -> 2;
      case SECONDARY, RAMP -> 3;
      case TERTIARY -> 4;
      case RESIDENTIAL -> 5;
      case SERVICE -> 6;
    };
  }

  Envelope bounds() {
    Envelope bounds = new Envelope();
    for (int i = 0; i < world.length; i += 2) {
      bounds.expandToInclude(world[i], world[i + 1]);
    }
    return bounds;
  }
}
