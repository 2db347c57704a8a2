package org.tocsin.app.registry.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.AgencyDirectory;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.RoadSpeeds;
import org.tocsin.app.registry.files.AddressTable;
import org.tocsin.app.registry.files.CrossingTable;
import org.tocsin.app.registry.files.LandmarkTable;
import org.tocsin.app.registry.files.OsmRoads;
import org.tocsin.app.registry.files.PrecinctFile;
import org.tocsin.app.registry.files.RowSink;
import org.tocsin.app.registry.files.StreetTable;
import org.tocsin.app.registry.files.TextSource;
import org.tocsin.app.registry.places.PlaceData.Landmark;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;

/** The kinds of data, one by one. */
@Component
class DataKinds {
  private final RoadSpeeds speeds;
  private final RegistryRows rows;
  private final AgencyDirectory agencies;

  DataKinds(RoadSpeeds speeds, RegistryRows rows, ObjectProvider<AgencyDirectory> agencies) {
    this.speeds = speeds;
    this.rows = rows;
    // Until a room that keeps agencies is there, no code is known.
    this.agencies =
        code -> {
          AgencyDirectory directory = agencies.getIfAvailable();
          return code.isEmpty() || directory == null ? Optional.empty() : directory.idOfCode(code);
        };
  }

  DataKind<?> of(ImportKind kind, String dataset) {
    return switch (kind) {
      case STREET_TABLE -> new Roads(speeds, false);
      case OSM_PBF -> new Roads(speeds, true);
      case INTERSECTIONS -> new Crossings(nodes());
      case LANDMARKS -> new Landmarks();
      case ADDRESSES -> new Addresses(dataset);
      case PRECINCTS -> new Precincts(dataset, agencies);
    };
  }

  private Map<String, Point> nodes() {
    Map<String, Point> nodes = new HashMap<>();
    for (RoadSegment segment : rows.segments()) {
      nodes.put(RegistryRows.plainNode(segment.fromNode()), segment.line().getFirst());
      nodes.put(RegistryRows.plainNode(segment.toNode()), segment.line().getLast());
    }
    return nodes;
  }

  /**
   * An id that is the same whenever the same thing is imported again, so that records which name a
   * precinct or an address stay right over imports and roll-backs.
   */
  static UUID stableId(String what, String dataset, String key) {
    return UUID.nameUUIDFromBytes(
        ("tocsin/" + what + "/" + dataset + "/" + key).getBytes(StandardCharsets.UTF_8));
  }

  private record Roads(RoadSpeeds speeds, boolean osm) implements DataKind<RoadSegment> {
    @Override
    public String table() {
      return "road_segment";
    }

    @Override
    public List<String> columns() {
      return List.of(
          "street",
          "road_class",
          "travel",
          "from_node",
          "to_node",
          "length_m",
          "line",
          "left_from",
          "left_to",
          "right_from",
          "right_to",
          "area",
          "max_speed_kmh");
    }

    @Override
    public String key(RoadSegment row) {
      return row.id();
    }

    @Override
    public List<Object> values(RoadSegment row) {
      double[] line = new double[row.line().size() * 2];
      for (int i = 0; i < row.line().size(); i++) {
        line[2 * i] = row.line().get(i).lat();
        line[2 * i + 1] = row.line().get(i).lon();
      }
      List<Object> values =
          new ArrayList<>(
              List.of(
                  row.street(),
                  row.roadClass().name(),
                  row.travel().name(),
                  row.fromNode(),
                  row.toNode(),
                  row.lengthMetres(),
                  line,
                  row.left().from(),
                  row.left().to(),
                  row.right().from(),
                  row.right().to(),
                  row.area()));
      values.add(limit(row.maxSpeedKmh()));
      return values;
    }

    private static Object limit(@Nullable Integer kmh) {
      return kmh == null ? NoValue.INTEGER : kmh;
    }

    @Override
    public String sample(RoadSegment row) {
      return "%s %s, %.0f m, %d-%d / %d-%d, %s"
          .formatted(
              row.id(),
              row.street(),
              row.lengthMetres(),
              row.left().from(),
              row.left().to(),
              row.right().from(),
              row.right().to(),
              row.drivable() ? row.roadClass() : row.travel());
    }

    @Override
    public void read(Path file, RowSink<RoadSegment> sink) {
      if (osm) {
        new OsmRoads(speeds).read(file, sink);
      } else {
        new StreetTable(speeds).read(new TextSource(file), sink);
      }
    }
  }

  private record Crossings(Map<String, Point> nodes)
      implements DataKind<CrossingTable.CrossingRow> {
    @Override
    public String table() {
      return "crossing";
    }

    @Override
    public List<String> columns() {
      return List.of("street_a", "others", "lat", "lon");
    }

    @Override
    public String key(CrossingTable.CrossingRow row) {
      return row.key();
    }

    @Override
    public List<Object> values(CrossingTable.CrossingRow row) {
      return List.of(
          row.streetA(), row.others().toArray(String[]::new), row.point().lat(), row.point().lon());
    }

    @Override
    public String sample(CrossingTable.CrossingRow row) {
      return row.streetA() + " / " + String.join(" / ", row.others());
    }

    @Override
    public void read(Path file, RowSink<CrossingTable.CrossingRow> sink) {
      new CrossingTable(nodes).read(new TextSource(file), sink);
    }
  }

  private record Landmarks() implements DataKind<Landmark> {
    @Override
    public String table() {
      return "landmark";
    }

    @Override
    public List<String> columns() {
      return List.of("name", "other_names", "category", "lat", "lon");
    }

    @Override
    public String key(Landmark row) {
      return "%s %.6f %.6f".formatted(row.name(), row.point().lat(), row.point().lon());
    }

    @Override
    public List<Object> values(Landmark row) {
      return List.of(
          row.name(),
          row.otherNames().toArray(String[]::new),
          row.category(),
          row.point().lat(),
          row.point().lon());
    }

    @Override
    public String sample(Landmark row) {
      return row.name() + " " + row.category();
    }

    @Override
    public void read(Path file, RowSink<Landmark> sink) {
      new LandmarkTable().read(new TextSource(file), sink);
    }
  }

  private record Addresses(String dataset) implements DataKind<AddressTable.AddressRow> {
    @Override
    public String table() {
      return "address";
    }

    @Override
    public List<String> columns() {
      return List.of("id", "text", "area", "street", "number", "plate", "lat", "lon");
    }

    @Override
    public String key(AddressTable.AddressRow row) {
      return row.code();
    }

    @Override
    public List<Object> values(AddressTable.AddressRow row) {
      return List.of(
          stableId("address", dataset, row.code()),
          row.text(),
          row.area(),
          row.street(),
          row.number(),
          row.plate(),
          row.point().lat(),
          row.point().lon());
    }

    @Override
    public String sample(AddressTable.AddressRow row) {
      return row.code() + " " + row.text();
    }

    @Override
    public void read(Path file, RowSink<AddressTable.AddressRow> sink) {
      new AddressTable().read(new TextSource(file), sink);
    }
  }

  private record Precincts(String dataset, AgencyDirectory agencies)
      implements DataKind<PrecinctFile.PrecinctRow> {
    @Override
    public String table() {
      return "precinct";
    }

    @Override
    public List<String> columns() {
      return List.of("id", "name", "agency_code", "agency_id", "ground");
    }

    @Override
    public String key(PrecinctFile.PrecinctRow row) {
      return row.code();
    }

    @Override
    public List<Object> values(PrecinctFile.PrecinctRow row) {
      Object agency =
          agencies.idOfCode(row.agencyCode()).<Object>map(AgencyId::value).orElse(NoValue.UUID);
      return List.of(
          stableId("precinct", dataset, row.code()),
          row.name(),
          row.agencyCode(),
          agency,
          GeoShapes.toJson(row.ground()));
    }

    @Override
    public String sample(PrecinctFile.PrecinctRow row) {
      return "%s %s (%s)".formatted(row.code(), row.name(), row.agencyCode());
    }

    @Override
    public void read(Path file, RowSink<PrecinctFile.PrecinctRow> sink) {
      List<PrecinctFile.PrecinctRow> read = new ArrayList<>();
      new PrecinctFile().read(new TextSource(file), new Collecting(sink, read));
      for (PrecinctFile.PrecinctRow row : read) {
        if (!row.agencyCode().isEmpty() && agencies.idOfCode(row.agencyCode()).isEmpty()) {
          sink.warn("agency-unknown", row.agencyCode());
        }
      }
      GeoShapes.overlaps(read).forEach(pair -> sink.warn("precinct-overlap", pair));
    }
  }

  /** Keeps what passes through. */
  private record Collecting(
      RowSink<PrecinctFile.PrecinctRow> sink, List<PrecinctFile.PrecinctRow> kept)
      implements RowSink<PrecinctFile.PrecinctRow> {
    @Override
    public void accept(long row, PrecinctFile.PrecinctRow value) {
      kept.add(value);
      sink.accept(row, value);
    }

    @Override
    public void reject(org.tocsin.app.registry.files.Rejection row) {
      sink.reject(row);
    }

    @Override
    public void warn(String code, Object... args) {
      sink.warn(code, args);
    }

    @Override
    public void progress(double share) {
      sink.progress(share);
    }
  }
}
