package org.tocsin.app.registry;

import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;

/**
 * A place put on an edge of the network.
 *
 * @param snap GraphHopper's own description
 * @param edge the edge's number
 * @param baseNode the node at the edge's first point
 * @param adjNode the node at its last point
 * @param fraction of the edge's length between its first point and the place, 0 to 1
 * @param edgeMetres length of the edge
 * @param forward speed from the edge's first to its last point in metres a second; 0 is forbidden
 * @param backward speed the other way
 * @param metres from the place asked for to the edge
 */
record Snapped(
    Snap snap,
    int edge,
    int baseNode,
    int adjNode,
    double fraction,
    double edgeMetres,
    double forward,
    double backward,
    double metres) {

  static Snapped of(Snap snap, DecimalEncodedValue speed) {
    EdgeIteratorState edge = snap.getClosestEdge();
    return new Snapped(
        snap,
        edge.getEdge(),
        edge.getBaseNode(),
        edge.getAdjNode(),
        fraction(snap, edge.fetchWayGeometry(FetchMode.ALL)),
        edge.getDistance(),
        edge.get(speed),
        edge.getReverse(speed),
        snap.getQueryDistance());
  }

  private static double fraction(Snap snap, PointList line) {
    double before = 0;
    double whole = 0;
    for (int i = 1; i < line.size(); i++) {
      double piece =
          DistancePlaneProjection.DIST_PLANE.calcDist(
              line.getLat(i - 1), line.getLon(i - 1), line.getLat(i), line.getLon(i));
      whole += piece;
      if (i <= snap.getWayIndex()) {
        before += piece;
      }
    }
    if (whole == 0) {
      return 0;
    }
    if (snap.getSnappedPosition() == Snap.Position.EDGE) {
      int i = snap.getWayIndex();
      before +=
          DistancePlaneProjection.DIST_PLANE.calcDist(
              line.getLat(i),
              line.getLon(i),
              snap.getSnappedPoint().getLat(),
              snap.getSnappedPoint().getLon());
    }
    return Math.clamp(before / whole, 0, 1);
  }
}
