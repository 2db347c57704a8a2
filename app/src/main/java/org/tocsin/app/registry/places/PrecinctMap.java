package org.tocsin.app.registry.places;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.tocsin.app.registry.Precinct;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/** Which precinct a point lies in. Where two overlap, the smaller answers. */
public final class PrecinctMap {
  private static final GeometryFactory POINTS = new GeometryFactory();

  private record Ground(Precinct precinct, PreparedGeometry shape, double area) {}

  private final STRtree tree = new STRtree();
  private final Map<PrecinctId, Precinct> byId = new HashMap<>();

  /** A map of the precincts. */
  public PrecinctMap(List<PlaceData.PrecinctArea> areas) {
    for (PlaceData.PrecinctArea area : areas) {
      Geometry ground = area.ground();
      byId.put(area.precinct().id(), area.precinct());
      tree.insert(
          ground.getEnvelopeInternal(),
          new Ground(area.precinct(), PreparedGeometryFactory.prepare(ground), ground.getArea()));
    }
    tree.build();
  }

  /** The precinct at a point; its edge belongs to it. */
  @SuppressWarnings("unchecked")
  public Optional<Precinct> at(Point p) {
    Coordinate coordinate = new Coordinate(p.lon(), p.lat());
    Geometry point = POINTS.createPoint(coordinate);
    return ((List<Ground>) tree.query(new Envelope(coordinate)))
        .stream()
            .filter(ground -> ground.shape().covers(point))
            .min(Comparator.comparingDouble(Ground::area))
            .map(Ground::precinct);
  }

  /** A precinct by its id. */
  public Optional<Precinct> find(PrecinctId id) {
    return Optional.ofNullable(byId.get(id));
  }
}
