package org.tocsin.app.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.tocsin.app.registry.files.PrecinctFile;
import tools.jackson.databind.json.JsonMapper;

/** Shapes to and from GeoJSON. */
final class GeoShapes {
  // About a hundred square metres: borders that were drawn twice overlap by slivers.
  private static final double SLIVER_SQUARE_DEGREES = 1e-8;

  private GeoShapes() {}

  static Geometry fromJson(String json) {
    return PrecinctFile.ground(JsonMapper.shared().readTree(json));
  }

  static String toJson(Geometry geometry) {
    StringBuilder json = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
        polygon(polygon, json);
      }
    }
    return json.append("]}").toString();
  }

  private static void polygon(Polygon polygon, StringBuilder json) {
    json.append('[');
    ring(polygon.getExteriorRing(), json);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      json.append(',');
      ring(polygon.getInteriorRingN(i), json);
    }
    json.append(']');
  }

  private static void ring(LineString ring, StringBuilder json) {
    json.append('[');
    for (Coordinate c : ring.getCoordinates()) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
          .append(String.format(Locale.ROOT, "[%.7f,%.7f]", c.x, c.y));
    }
    json.append(']');
  }

  /** Pairs of precincts that share more than a sliver of ground, as "code / code". */
  static List<String> overlaps(List<PrecinctFile.PrecinctRow> precincts) {
    STRtree tree = new STRtree();
    for (int i = 0; i < precincts.size(); i++) {
      tree.insert(precincts.get(i).ground().getEnvelopeInternal(), i);
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < precincts.size(); i++) {
      Geometry ground = precincts.get(i).ground();
      for (Object other : tree.query(ground.getEnvelopeInternal())) {
        int j = (Integer) other;
        if (j > i
            && ground.intersection(precincts.get(j).ground()).getArea() > SLIVER_SQUARE_DEGREES) {
          pairs.add(precincts.get(i).code() + " / " + precincts.get(j).code());
        }
      }
    }
    return pairs;
  }
}
