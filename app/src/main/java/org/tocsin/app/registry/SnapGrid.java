package org.tocsin.app.registry;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Puts places on the nearest piece of drivable road. A grid of small cells over flat arrays: with
 * hundreds of units for each recommendation GraphHopper's own location index took six times as long
 * as the search for the ways (28 µs a place; this takes about 1 µs).
 */
final class SnapGrid {
  private static final double CELL_DEGREES = 0.002;
  private static final double METRES_PER_DEGREE = 111_195.08;

  private final LongObjectHashMap<IntArrayList> cells = new LongObjectHashMap<>();
  private final IntArrayList edgeOf = new IntArrayList();
  private double[] lats = new double[1024];
  private double[] lons = new double[1024];
  private double[] befores = new double[512];
  private double[] lengths = new double[512];
  private int pieces;
  private final Edges edges;
  private final double lonScale;

  /** What is known of each edge, by its number. */
  private record Edges(
      int[] base, int[] adj, double[] metres, double[] forward, double[] backward, double[] line) {}

  SnapGrid(BaseGraph graph, DecimalEncodedValue speed, boolean[] snappable) {
    int n = graph.getEdges();
    edges =
        new Edges(
            new int[n], new int[n], new double[n], new double[n], new double[n], new double[n]);
    double middle = n == 0 ? 0 : (graph.getBounds().minLat + graph.getBounds().maxLat) / 2;
    lonScale = Math.max(0.05, Math.cos(Math.toRadians(middle)));
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      int e = edge.getEdge();
      edges.base[e] = edge.getBaseNode();
      edges.adj[e] = edge.getAdjNode();
      edges.metres[e] = edge.getDistance();
      edges.forward[e] = edge.get(speed);
      edges.backward[e] = edge.getReverse(speed);
      if (snappable[e]) {
        edges.line[e] = add(e, edge.fetchWayGeometry(FetchMode.ALL));
      }
    }
  }

  private double add(int edge, PointList line) {
    double before = 0;
    for (int i = 1; i < line.size(); i++) {
      double lat1 = line.getLat(i - 1);
      double lon1 = line.getLon(i - 1);
      double lat2 = line.getLat(i);
      double lon2 = line.getLon(i);
      double length = Math.hypot(lat2 - lat1, (lon2 - lon1) * lonScale) * METRES_PER_DEGREE;
      put(edge, before, length, lat1, lon1, lat2, lon2);
      before += length;
    }
    return before;
  }

  private void put(
      int edge, double before, double length, double lat1, double lon1, double lat2, double lon2) {
    if (2 * pieces + 2 > lats.length) {
      lats = java.util.Arrays.copyOf(lats, lats.length * 2);
      lons = java.util.Arrays.copyOf(lons, lons.length * 2);
      befores = java.util.Arrays.copyOf(befores, befores.length * 2);
      lengths = java.util.Arrays.copyOf(lengths, lengths.length * 2);
    }
    lats[2 * pieces] = lat1;
    lats[2 * pieces + 1] = lat2;
    lons[2 * pieces] = lon1;
    lons[2 * pieces + 1] = lon2;
    befores[pieces] = before;
    lengths[pieces] = length;
    edgeOf.add(edge);
    for (int y = row(Math.min(lat1, lat2)); y <= row(Math.max(lat1, lat2)); y++) {
      for (int x = column(Math.min(lon1, lon2)); x <= column(Math.max(lon1, lon2)); x++) {
        long key = key(x, y);
        IntArrayList cell = cells.get(key);
        if (cell == null) {
          cell = new IntArrayList(4);
          cells.put(key, cell);
        }
        cell.add(pieces);
      }
    }
    pieces++;
  }

  /** The nearest place on a drivable road within {@link RoadGraph#MAX_SNAP_METRES}. */
  Optional<Snapped> snap(Point p) {
    Best best = new Best();
    int x = column(p.lon());
    int y = row(p.lat());
    double cellMetres = CELL_DEGREES * METRES_PER_DEGREE;
    int rings = (int) Math.ceil(RoadGraph.MAX_SNAP_METRES / cellMetres) + 1;
    for (int ring = 0; ring <= rings && best.metres() > (ring - 1) * cellMetres; ring++) {
      for (int dy = -ring; dy <= ring; dy++) {
        boolean edgeRow = Math.abs(dy) == ring;
        for (int dx = -ring; dx <= ring; dx += edgeRow ? 1 : Math.max(1, 2 * ring)) {
          visit(cells.get(key(x + dx, y + dy)), p, best);
        }
      }
    }
    if (best.metres() > RoadGraph.MAX_SNAP_METRES) {
      return Optional.empty();
    }
    int edge = edgeOf.get(best.piece);
    double along = befores[best.piece] + best.t * lengths[best.piece];
    double fraction = edges.line[edge] == 0 ? 0 : Math.clamp(along / edges.line[edge], 0, 1);
    return Optional.of(
        new Snapped(
            edge,
            edges.base[edge],
            edges.adj[edge],
            fraction,
            edges.metres[edge],
            edges.forward[edge],
            edges.backward[edge],
            best.metres()));
  }

  private void visit(@Nullable IntArrayList cell, Point p, Best best) {
    if (cell == null) {
      return;
    }
    for (IntCursor piece : cell) {
      int i = piece.value;
      double ay = lats[2 * i] - p.lat();
      double ax = (lons[2 * i] - p.lon()) * lonScale;
      double dy = lats[2 * i + 1] - lats[2 * i];
      double dx = (lons[2 * i + 1] - lons[2 * i]) * lonScale;
      double square = dx * dx + dy * dy;
      double t = square == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / square, 0, 1);
      double x = ax + t * dx;
      double y = ay + t * dy;
      // Squares, because this runs for every piece near every unit; Math.hypot costs ten times
      // more.
      if (x * x + y * y < best.square) {
        best.square = x * x + y * y;
        best.piece = i;
        best.t = t;
      }
    }
  }

  private static final class Best {
    private double square = Double.MAX_VALUE;
    private int piece;
    private double t;

    double metres() {
      return Math.sqrt(square) * METRES_PER_DEGREE;
    }
  }

  private static int row(double lat) {
    return (int) Math.floor(lat / CELL_DEGREES);
  }

  private int column(double lon) {
    return (int) Math.floor(lon * lonScale / CELL_DEGREES);
  }

  private static long key(int x, int y) {
    return ((long) x << 32) | (y & 0xffffffffL);
  }
}
