package org.tocsin.app.registry.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.registry.NumberRange;
import org.tocsin.app.registry.Precinct;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.Travel;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/** Reads the rows of the imports in use. */
@Repository
class RegistryRows {
  /** The tables that hold rows of imports. */
  static final List<String> TABLES =
      List.of("road_segment", "crossing", "landmark", "address", "precinct");

  private static final char NODE_MARK = '\u001f';
  private static final String IN_USE =
      " r join registry.dataset d on d.active_import_id = r.import_id ";

  private final JdbcClient jdbc;

  RegistryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A node's name in its own dataset. */
  static String plainNode(String node) {
    return node.substring(node.indexOf(NODE_MARK) + 1);
  }

  long generation() {
    return jdbc.sql("select number from registry.generation").query(Long.class).single();
  }

  /**
   * A name for what is in use of a group of datasets: another one whenever something else is in
   * use, and the same again after a roll-back. Safe in an address.
   *
   * @param group the first part of the datasets' names, for example {@code roads}
   */
  String version(String group) {
    String inUse =
        jdbc.sql(
                "select coalesce(string_agg(name || ' ' || active_import_id, ',' order by name), '')"
                    + " from registry.dataset where name like :group || '/%'"
                    + " and active_import_id is not null")
            .param("group", group)
            .query(String.class)
            .single();
    return UUID.nameUUIDFromBytes(inUse.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Files in use for roads. */
  List<String> roadSources() {
    return jdbc.sql(
            "select i.file_name || case when i.source = '' then '' else ' (' || i.source || ')' end"
                + " from registry.dataset d join registry.import i on i.id = d.active_import_id"
                + " where d.name like 'roads/%' order by d.name")
        .query(String.class)
        .list();
  }

  /** Nodes carry their dataset's name, because two cities may number theirs alike. */
  List<RoadSegment> segments() {
    return jdbc.sql(
            "select d.name as dataset, r.* from registry.road_segment"
                + IN_USE
                + "order by d.name, r.key")
        .query((row, n) -> segment(row))
        .list();
  }

  private static RoadSegment segment(ResultSet row) throws SQLException {
    String dataset = row.getString("dataset") + NODE_MARK;
    int limit = row.getInt("max_speed_kmh");
    return new RoadSegment(
        row.getString("key"),
        row.getString("street"),
        RoadClass.valueOf(row.getString("road_class")),
        Travel.valueOf(row.getString("travel")),
        dataset + row.getString("from_node"),
        dataset + row.getString("to_node"),
        row.getDouble("length_m"),
        line(row.getArray("line")),
        new NumberRange(row.getInt("left_from"), row.getInt("left_to")),
        new NumberRange(row.getInt("right_from"), row.getInt("right_to")),
        row.getString("area"),
        limit == 0 ? null : limit);
  }

  private static List<Point> line(Array array) throws SQLException {
    Double[] numbers = (Double[]) array.getArray();
    List<Point> line = new ArrayList<>(numbers.length / 2);
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      line.add(new Point(numbers[i], numbers[i + 1]));
    }
    return line;
  }

  List<PlaceData.Crossing> crossings() {
    List<PlaceData.Crossing> crossings = new ArrayList<>();
    jdbc.sql("select r.* from registry.crossing" + IN_USE)
        .query(
            row -> {
              for (String other : texts(row.getArray("others"))) {
                crossings.add(new PlaceData.Crossing(row.getString("street_a"), other, point(row)));
              }
            });
    return crossings;
  }

  List<PlaceData.Landmark> landmarks() {
    return jdbc.sql("select r.* from registry.landmark" + IN_USE)
        .query(
            (row, n) ->
                new PlaceData.Landmark(
                    row.getString("name"),
                    texts(row.getArray("other_names")),
                    row.getString("category"),
                    point(row)))
        .list();
  }

  List<PlaceData.AddressPoint> addresses() {
    return jdbc.sql("select r.* from registry.address" + IN_USE)
        .query((row, n) -> address(row))
        .list();
  }

  Optional<PlaceData.AddressPoint> findAddress(AddressId id) {
    return jdbc.sql("select r.* from registry.address" + IN_USE + "where r.id = :id limit 1")
        .param("id", id.value())
        .query((row, n) -> address(row))
        .optional();
  }

  private static PlaceData.AddressPoint address(ResultSet row) throws SQLException {
    return new PlaceData.AddressPoint(
        new AddressId(row.getObject("id", UUID.class)),
        row.getString("text"),
        row.getString("area"),
        row.getString("street"),
        row.getString("number"),
        point(row));
  }

  List<PlaceData.PrecinctArea> precincts() {
    return jdbc.sql("select r.* from registry.precinct" + IN_USE + "order by r.key")
        .query(
            (row, n) -> {
              UUID agency = row.getObject("agency_id", UUID.class);
              return new PlaceData.PrecinctArea(
                  new Precinct(
                      new PrecinctId(row.getObject("id", UUID.class)),
                      row.getString("key"),
                      row.getString("name"),
                      agency == null ? null : new AgencyId(agency)),
                  row.getString("agency_code"),
                  GeoShapes.fromJson(row.getString("ground")));
            })
        .list();
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(row.getDouble("lat"), row.getDouble("lon"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
