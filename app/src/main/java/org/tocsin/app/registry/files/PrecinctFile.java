package org.tocsin.app.registry.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.tocsin.kernel.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Precincts in GeoJSON (RFC 7946): a FeatureCollection of Polygon or MultiPolygon with the
 * properties code, name and agencyCode.
 */
public final class PrecinctFile {
  /**
   * A precinct.
   *
   * @param agencyCode code of the agency that answers for it; may be empty
   * @param ground x = longitude, y = latitude
   */
  public record PrecinctRow(String code, String name, String agencyCode, Geometry ground) {}

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int MAX_TEXT = 200;

  private final Set<String> codes = new HashSet<>();

  /** Reads the file. */
  public void read(TextSource source, RowSink<PrecinctRow> sink) {
    JsonNode features = parse(source).path("features");
    if (!features.isArray()) {
      throw new FileRefused("geojson");
    }
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      try {
        sink.accept(number, precinct(feature, sink));
      } catch (RowRefused refused) {
        sink.reject(refused.at(number));
      }
      sink.progress(number / (double) features.size());
    }
  }

  private static JsonNode parse(TextSource source) {
    try (TextSource.Opened opened = source.open()) {
      return JsonMapper.shared().readTree(opened.reader());
    } catch (JacksonException | IOException e) {
      throw new FileRefused("geojson");
    }
  }

  private PrecinctRow precinct(JsonNode feature, RowSink<PrecinctRow> sink) {
    JsonNode properties = feature.path("properties");
    String code = text(properties, "code");
    String name = text(properties, "name");
    String agencyCode = properties.path("agencyCode").asString("").strip();
    if (code.isEmpty()) {
      throw new RowRefused("code", "", RowFault.EMPTY);
    }
    if (name.isEmpty()) {
      throw new RowRefused("name", "", RowFault.EMPTY);
    }
    Geometry ground = ground(feature.path("geometry"));
    if (!ground.isValid()) {
      ground = GeometryFixer.fix(ground);
      sink.warn("precinct-fixed", code);
    }
    if (ground.getDimension() < 2 || ground.isEmpty()) {
      throw new RowRefused("geometry", code, RowFault.GEOMETRY);
    }
    if (!codes.add(code)) {
      throw new RowRefused("code", code, RowFault.DUPLICATE);
    }
    return new PrecinctRow(code, name, agencyCode, ground);
  }

  private static String text(JsonNode properties, String field) {
    String text = properties.path(field).asString("").strip();
    if (text.length() > MAX_TEXT) {
      throw new RowRefused(field, text, RowFault.TOO_LONG);
    }
    return text;
  }

  /** A GeoJSON polygon or multipolygon as a shape. */
  public static Geometry ground(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    return switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        coordinates.forEach(p -> polygons.add(polygon(p)));
        yield SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default ->
          throw new RowRefused("geometry", geometry.path("type").asString(""), RowFault.GEOMETRY);
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    rings.forEach(ring -> read.add(ring(ring)));
    if (read.isEmpty()) {
      throw new RowRefused("geometry", "", RowFault.GEOMETRY);
    }
    return SHAPES.createPolygon(
        read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode positions) {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode position : positions) {
      double lon = position.path(0).asDouble(Double.NaN);
      double lat = position.path(1).asDouble(Double.NaN);
      if (!Point.isValid(lat, lon)) {
        throw new RowRefused("geometry", position.toString(), RowFault.LAT_LON);
      }
      ring.add(new Coordinate(lon, lat));
    }
    if (ring.size() < 4 || !ring.getFirst().equals2D(ring.getLast())) {
      throw new RowRefused("geometry", ring.size() + " points", RowFault.GEOMETRY);
    }
    return SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
  }
}
