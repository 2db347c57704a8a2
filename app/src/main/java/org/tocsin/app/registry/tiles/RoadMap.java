package org.tocsin.app.registry.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.kernel.Point;

/**
 * All roads ready to be drawn. Read-only and thread-safe once built.
 *
 * <p>Pieces of one name and class are joined end to end: a street is then one line with one label
 * instead of one for each block. Where a tile would hold too much to be read, whole classes are
 * left out from the least important up; which ones is the same for all tiles of a zoom level, so
 * that no street stops at a tile's edge.
 */
public final class RoadMap {
  /** Units along a tile's side. */
  static final int EXTENT = 4096;

  /** The layer's name in the tiles. */
  static final String LAYER = "road";

  // A tile is shown 512 pixels wide: 8 units are one pixel. The widest road is some 16 pixels.
  private static final int MARGIN = 128;
  private static final double TOLERANCE = 4;
  private static final int ROADS_PER_TILE = 2500;
  private static final GeometryFactory LINES = new GeometryFactory();

  private final STRtree index = new STRtree();
  private final int[] leastRank = new int[TileAddress.MAX_ZOOM + 1];
  private final Optional<Extent> extent;
  private final int streets;

  private record Kind(String name, RoadClass roadClass) {}

  private RoadMap(List<DrawnRoad> roads, Optional<Extent> extent) {
    this.extent = extent;
    this.streets = roads.size();
    Envelope ground = new Envelope();
    int[] ofRank = new int[DrawnRoad.rank(RoadClass.SERVICE) + 1];
    for (DrawnRoad road : roads) {
      Envelope bounds = road.bounds();
      ground.expandToInclude(bounds);
      index.insert(bounds, road);
      ofRank[road.rank()]++;
    }
    index.build();
    for (int z = 0; z < leastRank.length; z++) {
      leastRank[z] = leastRank(z, ground, ofRank);
    }
  }

  /** The roads of these segments. */
  public static RoadMap of(List<RoadSegment> segments) {
    Map<Kind, LineMerger> byStreet = new LinkedHashMap<>();
    Optional<Extent> extent = Optional.empty();
    for (RoadSegment segment : segments) {
      byStreet
          .computeIfAbsent(
              new Kind(segment.street(), segment.roadClass()), kind -> new LineMerger())
          .add(projected(segment.line()));
      for (Point p : segment.line()) {
        Extent at = Extent.at(p);
        extent = Optional.of(extent.map(at::with).orElse(at));
      }
    }
    List<DrawnRoad> roads = new ArrayList<>();
    byStreet.forEach(
        (kind, merger) -> {
          for (Object line : merger.getMergedLineStrings()) {
            roads.add(
                new DrawnRoad(
                    roads.size(), kind.name(), kind.roadClass(), flat((LineString) line)));
          }
        });
    return new RoadMap(roads, extent);
  }

  /** The box around all roads; empty where there is none. */
  public Optional<Extent> extent() {
    return extent;
  }

  /** How many lines the roads were joined to. */
  public int streets() {
    return streets;
  }

  /**
   * One tile with the layer {@value #LAYER}, whose lines have the attributes {@code name} (left out
   * where the road has none) and {@code class} (a {@link RoadClass}).
   *
   * @return no bytes where there is no road
   */
  @SuppressWarnings("unchecked")
  public byte[] tile(TileAddress at) {
    List<DrawnRoad> here =
        new ArrayList<>((List<DrawnRoad>) index.query(at.window((double) MARGIN / EXTENT)));
    here.removeIf(road -> road.rank() > leastRank[at.z()]);
    here.sort(Comparator.comparingInt(DrawnRoad::order));
    LineCut cut = new LineCut(at.z(), at.x(), at.y(), EXTENT, MARGIN, TOLERANCE);
    VectorTileLayer layer = new VectorTileLayer(LAYER, EXTENT);
    for (DrawnRoad road : here) {
      List<int[]> parts = cut.parts(road.world());
      if (!parts.isEmpty()) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", road.name());
        attributes.put("class", road.roadClass().name());
        layer.addLines(attributes, parts);
      }
    }
    return layer.isEmpty() ? new byte[0] : layer.toTile();
  }

  /** The least important class that a level shows: as many as leave its tiles legible. */
  private static int leastRank(int z, Envelope ground, int[] ofRank) {
    double side = 1.0 / (1 << z);
    double tiles = Math.max(1, ground.getWidth() / side * (ground.getHeight() / side));
    int sum = 0;
    int rank = 0;
    for (int next = 0; next < ofRank.length; next++) {
      boolean first = sum == 0;
      sum += ofRank[next];
      if (!first && sum / tiles > ROADS_PER_TILE) {
        break;
      }
      rank = next;
    }
    return rank;
  }

  private static LineString projected(List<Point> line) {
    Coordinate[] coordinates = new Coordinate[line.size()];
    for (int i = 0; i < coordinates.length; i++) {
      Point p = line.get(i);
      coordinates[i] = new Coordinate(TileAddress.across(p), TileAddress.down(p));
    }
    return LINES.createLineString(coordinates);
  }

  private static double[] flat(LineString line) {
    double[] flat = new double[line.getNumPoints() * 2];
    for (int i = 0; i < line.getNumPoints(); i++) {
      Coordinate c = line.getCoordinateN(i);
      flat[2 * i] = c.x;
      flat[2 * i + 1] = c.y;
    }
    return flat;
  }
}
