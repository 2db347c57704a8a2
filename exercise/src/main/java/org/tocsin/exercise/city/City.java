package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.kernel.Point;

/** The generated city of Qinglan: the same for the same seed, down to the last house number. */
public final class City {
  private final Ground ground;
  private final List<Precinct> precincts = new ArrayList<>();
  private final List<Block> blocks;
  private final List<Landmark> landmarks;
  private final Map<Integer, List<Block>> leaving = new HashMap<>();
  private final List<List<Block>> byPrecinct = new ArrayList<>();

  private City(long seed) {
    ground = new Ground(seed);
    PrecinctPlan plan = new PrecinctPlan();
    blocks = List.copyOf(new Streets(seed, ground, plan).blocks());
    landmarks = List.copyOf(new Landmarks(seed, plan, blocks).all());
    for (PrecinctPlan.Area a : plan.areas()) {
      byPrecinct.add(new ArrayList<>());
      precincts.add(
          new Precinct(
              a.code(), a.districtCode(), a.district(), a.station(), plan.outline(a, ground)));
    }
    for (Block b : blocks) {
      byPrecinct.get(b.precinct()).add(b);
      leaving.computeIfAbsent(b.from(), k -> new ArrayList<>()).add(b);
      leaving.computeIfAbsent(b.to(), k -> new ArrayList<>()).add(b);
    }
  }

  /** The city of a seed. */
  public static City of(long seed) {
    return new City(seed);
  }

  public List<Block> blocks() {
    return blocks;
  }

  public List<Precinct> precincts() {
    return precincts;
  }

  public List<Landmark> landmarks() {
    return landmarks;
  }

  /** The blocks of a precinct. */
  public List<Block> blocksOf(int precinct) {
    return byPrecinct.get(precinct);
  }

  /** The crossings that have streets. */
  public Set<Integer> crossings() {
    return leaving.keySet();
  }

  /** The blocks that meet at a crossing. */
  public List<Block> at(int crossing) {
    return leaving.getOrDefault(crossing, List.of());
  }

  /** Where a crossing is. */
  public Point point(int crossing) {
    return ground.at(crossing / Ground.ROWS, crossing % Ground.ROWS);
  }

  /** Whether a crossing has lights: two streets greater than residential meet there. */
  public boolean hasLights(int crossing) {
    List<Block> blocks = at(crossing);
    return blocks.stream().anyMatch(b -> b.northward() && b.kind().lit())
        && blocks.stream().anyMatch(b -> !b.northward() && b.kind().lit());
  }

  /** The names of the streets that meet at a crossing, the greatest first. */
  public List<String> streetsAt(int crossing) {
    Set<String> names = new LinkedHashSet<>();
    at(crossing).stream()
        .sorted(java.util.Comparator.comparing(Block::kind))
        .forEach(b -> names.add(b.street()));
    return List.copyOf(names);
  }

  /** The nearest place on a street. */
  public Spot nearest(Point point) {
    Block best = null;
    double least = Double.MAX_VALUE;
    for (Block b : blocks) {
      double metres = Math.min(b.at(0.25).distanceTo(point), b.at(0.75).distanceTo(point));
      if (metres < least) {
        least = metres;
        best = b;
      }
    }
    Block block = Objects.requireNonNull(best, "a city has streets");
    double share = 0;
    least = Double.MAX_VALUE;
    for (int step = 0; step <= 20; step++) {
      double metres = block.at(step / 20.0).distanceTo(point);
      if (metres < least) {
        least = metres;
        share = step / 20.0;
      }
    }
    return new Spot(block, share);
  }

  /** A landmark by its name. */
  public Landmark landmark(String name) {
    return landmarks.stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no landmark " + name));
  }

  /** The full address of a place on a street. */
  public String address(Spot spot, boolean left) {
    Block b = spot.block();
    return "青澜市%s%s%d号"
        .formatted(
            precincts.get(b.precinct()).district(), b.street(), b.number(spot.share(), left));
  }
}
