package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tocsin.kernel.Point;

/**
 * Lays out the streets on the plan: great streets every sixth line, middle ones between them, two
 * rings, the river with its bridges, a lake, a park, a bay and a hill without streets. Some small
 * blocks are left out, none that would cut anything off.
 */
final class Streets {
  private static final double LEFT_OUT = 0.08;
  private static final int LAYOUT = 20_260;
  private static final List<Ring> RINGS =
      List.of(new Ring("内环", 20, 38, 15, 27), new Ring("外环", 8, 50, 9, 39));
  private static final List<Hole> HOLES =
      List.of(
          new Hole(47, 13, 2.6, 2.2),
          new Hole(29.5, 18.2, 1.7, 1.3),
          new Hole(61, 33, 5, 5),
          new Hole(13, 49.5, 8, 4.2),
          new Hole(-1, 1, 4, 3.4));

  private record Ring(String name, int west, int east, int south, int north) {}

  /** An ellipse of the plan without crossings. */
  private record Hole(double u, double v, double width, double height) {
    boolean holds(int i, int j) {
      return Math.pow((i - u) / width, 2) + Math.pow((j - v) / height, 2) < 1;
    }
  }

  /** A block before it has a number. */
  private record Piece(int i, int j, boolean northward, String street, RoadKind kind) {
    int from() {
      return crossing(i, j);
    }

    int to() {
      return northward ? crossing(i, j + 1) : crossing(i + 1, j);
    }
  }

  private record Thinned(List<Piece> kept, List<Piece> out) {}

  private final Ground ground;
  private final PrecinctPlan plan;
  private final StreetNames names;
  private final Random random;
  private final List<Block> blocks = new ArrayList<>();

  Streets(long seed, Ground ground, PrecinctPlan plan) {
    this.ground = ground;
    this.plan = plan;
    this.random = Chance.of(seed, "streets", LAYOUT).random();
    this.names = new StreetNames(random);
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i < Ground.COLUMNS; i++) {
      line(all, true, i, Ground.ROWS);
    }
    for (int j = 0; j < Ground.ROWS; j++) {
      line(all, false, j, Ground.COLUMNS);
    }
    build(connected(thinned(all)));
  }

  List<Block> blocks() {
    return blocks;
  }

  static int crossing(int i, int j) {
    return i * Ground.ROWS + j;
  }

  private static boolean there(int i, int j) {
    return HOLES.stream().noneMatch(h -> h.holds(i, j));
  }

  private static RoadKind kind(boolean northward, int line) {
    if (northward) {
      return line % 6 == 2
          ? RoadKind.PRIMARY
          : line % 3 == 2 ? RoadKind.SECONDARY : RoadKind.RESIDENTIAL;
    }
    boolean bank = line == Ground.SOUTH_BANK || line == Ground.NORTH_BANK;
    return bank || line % 6 == 3
        ? RoadKind.PRIMARY
        : line % 3 == 0 ? RoadKind.SECONDARY : RoadKind.RESIDENTIAL;
  }

  private void line(List<Piece> all, boolean northward, int line, int length) {
    RoadKind kind = kind(northward, line);
    String name = "";
    int until = 0;
    for (int k = 0; k + 1 < length; k++) {
      if (k == until || (northward && k == Ground.NORTH_BANK)) {
        name = kind == RoadKind.PRIMARY ? "" : names.next(northward, kind, random);
        until = k + (kind == RoadKind.SECONDARY ? 22 : 5 + random.nextInt(5));
      }
      int i = northward ? line : k;
      int j = northward ? k : line;
      boolean bridge = northward && j == Ground.SOUTH_BANK;
      boolean ends = there(i, j) && (northward ? there(i, j + 1) : there(i + 1, j));
      if (ends && (!bridge || kind == RoadKind.PRIMARY)) {
        String ring = ring(northward, i, j);
        all.add(
            ring.isEmpty()
                ? new Piece(
                    i, j, northward, name.isEmpty() ? great(northward, line, k) : name, kind)
                : new Piece(i, j, northward, ring, RoadKind.TRUNK));
      }
    }
  }

  private static String ring(boolean northward, int i, int j) {
    for (Ring r : RINGS) {
      if (northward && (i == r.west() || i == r.east()) && j >= r.south() && j < r.north()) {
        return r.name() + (i == r.west() ? "西路" : "东路");
      }
      if (!northward && (j == r.south() || j == r.north()) && i >= r.west() && i < r.east()) {
        return r.name() + (j == r.south() ? "南路" : "北路");
      }
    }
    return "";
  }

  /** A great street changes its name at the river, or twice on its way from west to east. */
  private static String great(boolean northward, int line, int k) {
    if (northward) {
      return StreetNames.NORTHWARD.get(line / 6) + (k < Ground.SOUTH_BANK ? "南路" : "北路");
    }
    if (line == Ground.SOUTH_BANK || line == Ground.NORTH_BANK) {
      return line == Ground.SOUTH_BANK ? "滨江南路" : "滨江北路";
    }
    int number = line / 6 - (line > Ground.NORTH_BANK ? 1 : 0);
    String part = k < 20 ? "西路" : k < 40 ? "中路" : "东路";
    return StreetNames.EASTWARD.get(Math.min(number, StreetNames.EASTWARD.size() - 1)) + part;
  }

  /** Leaves out some small blocks where both ends keep at least two others. */
  private Thinned thinned(List<Piece> all) {
    int[] degree = new int[Ground.COLUMNS * Ground.ROWS];
    all.forEach(
        p -> {
          degree[p.from()]++;
          degree[p.to()]++;
        });
    Thinned thinned = new Thinned(new ArrayList<>(), new ArrayList<>());
    for (Piece p : all) {
      boolean may = p.kind() == RoadKind.RESIDENTIAL && degree[p.from()] > 2 && degree[p.to()] > 2;
      if (may && random.nextDouble() < LEFT_OUT) {
        degree[p.from()]--;
        degree[p.to()]--;
        thinned.out().add(p);
      } else {
        thinned.kept().add(p);
      }
    }
    return thinned;
  }

  /** What hangs together with the middle; a piece left out comes back where nothing else joins. */
  private static List<Piece> connected(Thinned thinned) {
    int[] group = new int[Ground.COLUMNS * Ground.ROWS];
    Arrays.setAll(group, k -> k);
    List<Piece> kept = new ArrayList<>(thinned.kept());
    kept.forEach(p -> group[root(group, p.from())] = root(group, p.to()));
    for (Piece p : thinned.out()) {
      if (root(group, p.from()) != root(group, p.to())) {
        group[root(group, p.from())] = root(group, p.to());
        kept.add(p);
      }
    }
    int middle = root(group, crossing(30, 24));
    return kept.stream().filter(p -> root(group, p.from()) == middle).toList();
  }

  private static int root(int[] group, int of) {
    int at = of;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private void build(List<Piece> pieces) {
    Map<String, Integer> lengths = new HashMap<>();
    for (Piece p : pieces) {
      int place = lengths.merge(p.street(), 1, Integer::sum) - 1;
      List<Point> line = new ArrayList<>();
      for (int step = 0; step <= 3; step++) {
        double along = step / 3.0;
        line.add(
            ground.at(p.i() + (p.northward() ? 0 : along), p.j() + (p.northward() ? along : 0)));
      }
      double metres = 0;
      for (int k = 1; k < line.size(); k++) {
        metres += line.get(k - 1).distanceTo(line.get(k));
      }
      int area = plan.areaOf(p.i() + (p.northward() ? 0 : 0.5), p.j() + (p.northward() ? 0.5 : 0));
      blocks.add(
          new Block(
              10_000 + blocks.size(),
              p.street(),
              p.kind(),
              p.from(),
              p.to(),
              p.northward(),
              place * Block.NUMBERS + 1,
              List.copyOf(line),
              metres,
              area));
    }
  }
}
