package org.tocsin.exercise.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Station areas as polygons, which a CAD log names but does not draw. The Voronoi cells of the
 * places of all calls are joined per station area (of a place under two areas the more frequent
 * counts) and cut at the convex hull of the calls grown by about a kilometre. So areas never
 * overlap and leave no gap; an area may be in several pieces.
 */
final class Precincts {
  private static final double GROWN_DEGREES = 0.01;

  private Precincts() {}

  /** GeoJSON: one feature per area, with {@code code}, {@code name} and {@code agencyCode}. */
  static ObjectNode geoJson(Feed feed, Map<String, String> agencyCodes) {
    ObjectNode collection = Tocsin.object().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    areas(feed)
        .forEach(
            (area, shape) -> {
              ObjectNode feature = features.addObject().put("type", "Feature");
              feature
                  .putObject("properties")
                  .put("code", area)
                  .put("name", feed.mapping().agencies().area().with(area).zh())
                  .put("nameEn", feed.mapping().agencies().area().with(area).en())
                  .put(
                      "agencyCode",
                      agencyCodes.getOrDefault(area, feed.mapping().agencies().rootCode()));
              write(feature.putObject("geometry"), shape);
            });
    return collection;
  }

  /** The polygons by area. */
  static Map<String, Geometry> areas(Feed feed) {
    Map<Coordinate, String> places = places(feed);
    GeometryFactory shapes = new GeometryFactory();
    Coordinate[] sites = places.keySet().toArray(Coordinate[]::new);
    if (sites.length < 3) {
      return Map.of();
    }
    Geometry bounds =
        shapes.createMultiPointFromCoords(sites).convexHull().buffer(GROWN_DEGREES, 4);
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(List.of(sites));
    voronoi.setClipEnvelope(bounds.getEnvelopeInternal());
    Geometry cells = voronoi.getDiagram(shapes);
    Map<String, List<Geometry>> byArea = new TreeMap<>();
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      Geometry cell = cells.getGeometryN(i);
      String area = places.get((Coordinate) cell.getUserData());
      if (area != null) {
        byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(cell.intersection(bounds));
      }
    }
    Map<String, Geometry> areas = new LinkedHashMap<>();
    byArea.forEach((area, list) -> areas.put(area, OverlayNGRobust.union(list)));
    return areas;
  }

  private static Map<Coordinate, String> places(Feed feed) {
    Map<Coordinate, Map<String, Integer>> votes = new LinkedHashMap<>();
    for (CallRecord call : feed.calls()) {
      @Nullable Point place = call.place();
      if (place != null && !call.area().isEmpty()) {
        votes
            .computeIfAbsent(new Coordinate(place.lon(), place.lat()), c -> new TreeMap<>())
            .merge(call.area(), 1, Integer::sum);
      }
    }
    Map<Coordinate, String> places = new HashMap<>();
    votes.forEach(
        (at, count) ->
            places.put(
                at,
                count.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey()));
    return places;
  }

  private static void write(ObjectNode geometry, Geometry shape) {
    geometry.put("type", "MultiPolygon");
    ArrayNode polygons = geometry.putArray("coordinates");
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        ArrayNode rings = polygons.addArray();
        ring(rings, polygon.getExteriorRing());
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          ring(rings, polygon.getInteriorRingN(h));
        }
      }
    }
  }

  private static void ring(ArrayNode rings, LineString ring) {
    ArrayNode points = rings.addArray();
    for (Coordinate c : ring.getCoordinates()) {
      points.addArray().add(c.x).add(c.y);
    }
  }
}
