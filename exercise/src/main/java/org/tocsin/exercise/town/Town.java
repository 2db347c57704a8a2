package org.tocsin.exercise.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.kernel.Point;

/**
 * The district 滨河区 of the made-up city 青澜: seven streets from west to east, eight from south to
 * north, numbered houses, four station areas, a few landmarks. The seed bends the streets a little.
 */
final class Town {
  static final List<String> EAST_WEST = List.of("滨河路", "长青街", "泰安街", "文昌街", "望江路", "和平街", "丰收路");
  static final List<String> NORTH_SOUTH =
      List.of("青年路", "柳林巷", "钟鼓路", "民生路", "百合路", "石桥路", "铁厂路", "东湖路");
  static final List<Station> STATIONS =
      List.of(
          new Station("01", "柳林派出所"),
          new Station("02", "石桥派出所"),
          new Station("03", "文昌派出所"),
          new Station("04", "东湖派出所"));
  private static final double SOUTH = 36.0400;
  private static final double WEST = 103.7400;
  private static final double BLOCK_LAT = 0.0034;
  private static final double BLOCK_LON = 0.0046;
  private static final double BEND = 0.00035;
  private static final long BENT_BY = 20260302;
  private static final int NUMBERS_PER_BLOCK = 40;
  private static final int MIDDLE_ROW = 3;
  private static final int MIDDLE_COLUMN = 4;

  /** A station and its area's code. */
  record Station(String code, String name) {}

  /**
   * A block of a street between two corners; numbers run from {@code first} (odd on the left side).
   */
  record Block(int id, String street, boolean arterial, int from, int to, int first) {
    int last() {
      return first + NUMBERS_PER_BLOCK - 2;
    }
  }

  /** A named place at a corner. */
  record Landmark(String name, int corner) {}

  private final Point[] corners;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Landmark> landmarks = new ArrayList<>();

  Town() {
    Random random = new Random(BENT_BY);
    corners = new Point[EAST_WEST.size() * NORTH_SOUTH.size()];
    for (int row = 0; row < EAST_WEST.size(); row++) {
      for (int column = 0; column < NORTH_SOUTH.size(); column++) {
        corners[corner(row, column)] =
            new Point(
                round(SOUTH + row * BLOCK_LAT + bend(random)),
                round(WEST + column * BLOCK_LON + bend(random)));
      }
    }
    for (int row = 0; row < EAST_WEST.size(); row++) {
      for (int column = 0; column + 1 < NORTH_SOUTH.size(); column++) {
        add(EAST_WEST.get(row), row % 3 == 0, corner(row, column), corner(row, column + 1), column);
      }
    }
    for (int column = 0; column < NORTH_SOUTH.size(); column++) {
      for (int row = 0; row + 1 < EAST_WEST.size(); row++) {
        add(
            NORTH_SOUTH.get(column),
            column % 3 == 0,
            corner(row, column),
            corner(row + 1, column),
            row);
      }
    }
    List<String> names =
        List.of("滨河公园", "青澜大剧院", "第二人民医院", "东湖小学", "石桥菜市场", "钟鼓楼", "汽车西站", "民生商场", "文昌中学", "望江码头");
    for (String name : names) {
      landmarks.add(new Landmark(name, random.nextInt(corners.length)));
    }
  }

  private static double bend(Random random) {
    return (random.nextDouble() - 0.5) * 2 * BEND;
  }

  static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private void add(String street, boolean arterial, int from, int to, int block) {
    blocks.add(
        new Block(1000 + blocks.size(), street, arterial, from, to, block * NUMBERS_PER_BLOCK + 1));
  }

  private static int corner(int row, int column) {
    return row * NORTH_SOUTH.size() + column;
  }

  int corners() {
    return corners.length;
  }

  Point at(int corner) {
    return corners[corner];
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Landmark> landmarks() {
    return landmarks;
  }

  /** The streets that meet at a corner, the one from west to east first. */
  String cornerName(int corner) {
    return EAST_WEST.get(corner / NORTH_SOUTH.size())
        + "与"
        + NORTH_SOUTH.get(corner % NORTH_SOUTH.size())
        + "路口";
  }

  /** The station whose area a corner is in. */
  Station station(int corner) {
    int north = corner / NORTH_SOUTH.size() > MIDDLE_ROW ? 2 : 0;
    int east = corner % NORTH_SOUTH.size() >= MIDDLE_COLUMN ? 1 : 0;
    return STATIONS.get(north + east);
  }

  /** The outline of a station's area, closed, a little beyond the outermost streets. */
  List<Point> outline(Station station) {
    int index = STATIONS.indexOf(station);
    double middleLat = SOUTH + (MIDDLE_ROW + 0.5) * BLOCK_LAT;
    double middleLon = WEST + (MIDDLE_COLUMN - 0.5) * BLOCK_LON;
    double south = index < 2 ? SOUTH - BLOCK_LAT : middleLat;
    double north = index < 2 ? middleLat : SOUTH + EAST_WEST.size() * BLOCK_LAT;
    double west = index % 2 == 0 ? WEST - BLOCK_LON : middleLon;
    double east = index % 2 == 0 ? middleLon : WEST + NORTH_SOUTH.size() * BLOCK_LON;
    Point start = new Point(round(south), round(west));
    return List.of(
        start,
        new Point(round(south), round(east)),
        new Point(round(north), round(east)),
        new Point(round(north), round(west)),
        start);
  }

  /** A corner in the middle of a station's area, where its units stand. */
  int home(Station station) {
    return switch (STATIONS.indexOf(station)) {
      case 0 -> corner(1, 1);
      case 1 -> corner(1, 6);
      case 2 -> corner(5, 1);
      default -> corner(5, 6);
    };
  }

  /** A place between a block's corners, {@code share} of the way along. */
  Point along(Block block, double share) {
    Point a = at(block.from());
    Point b = at(block.to());
    return new Point(
        round(a.lat() + (b.lat() - a.lat()) * share), round(a.lon() + (b.lon() - a.lon()) * share));
  }
}
