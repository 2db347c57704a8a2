package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tocsin.kernel.Point;

/**
 * How the plan is cut into districts and station areas: six districts, each cut across and both
 * halves cut once more. Borders run between crossings and never through the middle of a block, so
 * that every block's middle lies in exactly one area. The numbers are those of {@link Ground}'s
 * plan.
 */
final class PrecinctPlan {
  private static final double WEST = -1.3;
  private static final double SOUTH = -1.3;
  private static final double EAST = Ground.COLUMNS + 0.3;
  private static final double NORTH = Ground.ROWS + 0.3;

  /** Off the river's middle, which is the middle of its bridges. */
  private static final double RIVER = Ground.RIVER - 0.08;

  /** A district: its rectangle, where it is cut across, and where its lower and upper half are. */
  private record District(
      String code,
      String name,
      double west,
      double east,
      double south,
      double north,
      double across,
      double lowerCut,
      double upperCut,
      List<String> stations) {}

  /** One area: a rectangle of the plan. */
  record Area(
      String code,
      String districtCode,
      String district,
      String station,
      double west,
      double east,
      double south,
      double north) {
    boolean holds(double u, double v) {
      return u >= west && u < east && v >= south && v < north;
    }
  }

  private static final List<District> DISTRICTS =
      List.of(
          new District(
              "QL-HG",
              "海港区",
              40.63,
              EAST,
              RIVER,
              NORTH,
              33.37,
              50.37,
              51.63,
              List.of("码头", "灯塔", "渔市", "盐场")),
          new District(
              "QL-GC",
              "古城区",
              20.37,
              38.63,
              SOUTH,
              RIVER,
              12.37,
              29.37,
              30.63,
              List.of("钟楼", "南门", "书院", "鼓巷")),
          new District(
              "QL-XQ",
              "溪桥区",
              WEST,
              20.37,
              SOUTH,
              RIVER,
              10.37,
              9.37,
              10.63,
              List.of("长桥", "柳岸", "石坊", "竹园")),
          new District(
              "QL-KF",
              "科创区",
              WEST,
              18.37,
              RIVER,
              NORTH,
              33.37,
              8.63,
              9.37,
              List.of("云谷", "新城", "北站", "星湖")),
          new District(
              "QL-QS",
              "青山区",
              18.37,
              40.63,
              RIVER,
              NORTH,
              34.63,
              29.37,
              28.63,
              List.of("松坡", "茶场", "泉口", "果园")),
          new District(
              "QL-DH",
              "东湖区",
              38.63,
              EAST,
              SOUTH,
              RIVER,
              10.63,
              49.37,
              48.63,
              List.of("荷塘", "学府", "花市", "体育场")));

  private final List<Area> areas = new ArrayList<>();
  private final TreeSet<Double> columns = new TreeSet<>();
  private final TreeSet<Double> rows = new TreeSet<>();

  PrecinctPlan() {
    for (District d : DISTRICTS) {
      cut(d, 0, d.west(), d.lowerCut(), d.south(), d.across());
      cut(d, 1, d.lowerCut(), d.east(), d.south(), d.across());
      cut(d, 2, d.west(), d.upperCut(), d.across(), d.north());
      cut(d, 3, d.upperCut(), d.east(), d.across(), d.north());
    }
    for (double step = -1; step <= Ground.COLUMNS; step += 0.5) {
      columns.add(step);
      rows.add(step);
    }
  }

  private void cut(District d, int place, double west, double east, double south, double north) {
    String code = "%s-%02d".formatted(d.code(), place + 1);
    areas.add(
        new Area(code, d.code(), d.name(), d.stations().get(place), west, east, south, north));
    columns.addAll(List.of(west, east));
    rows.addAll(List.of(south, north));
  }

  List<Area> areas() {
    return areas;
  }

  /** Number of the area that holds a point of the plan. */
  int areaOf(double u, double v) {
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).holds(u, v)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no area at %s, %s".formatted(u, v));
  }

  /**
   * The outline on the ground. Neighbours bend at the same points of a common border, also where a
   * third area's border meets it, so that they share it exactly.
   */
  List<Point> outline(Area a, Ground ground) {
    List<Point> ring = new ArrayList<>();
    for (double u : columns.subSet(a.west(), true, a.east(), false)) {
      ring.add(ground.at(u, a.south()));
    }
    for (double v : rows.subSet(a.south(), true, a.north(), false)) {
      ring.add(ground.at(a.east(), v));
    }
    for (double u : columns.subSet(a.west(), false, a.east(), true).descendingSet()) {
      ring.add(ground.at(u, a.north()));
    }
    for (double v : rows.subSet(a.south(), false, a.north(), true).descendingSet()) {
      ring.add(ground.at(a.west(), v));
    }
    ring.add(ring.getFirst());
    return ring;
  }
}
