package org.tocsin.exercise.city;

import java.util.Comparator;
import java.util.List;

/** How callers say where they are: rarely by the full address, often by what they see. */
final class Describing {
  private static final double IN_SIGHT_METRES = 450;

  private final City city;

  Describing(City city) {
    this.city = city;
  }

  /** What one caller says of a place first. */
  String vaguely(Spot spot, Chance chance) {
    Block block = spot.block();
    List<Landmark> seen = seen(spot);
    double how = chance.share();
    if (how < 0.22) {
      return block.street() + block.number(spot.share(), chance.happens(0.5)) + "号";
    }
    if (how < 0.42) {
      return crossing(spot);
    }
    if (seen.isEmpty()) {
      return block.street() + "上，我也不知道几号";
    }
    Landmark landmark = chance.pick(seen.subList(0, Math.min(2, seen.size())));
    String name = landmark.said().isEmpty() ? landmark.name() : landmark.said().getFirst();
    return how < 0.62 ? name + "旁边" : how < 0.8 ? block.street() + "靠近" + name : name + "后门那条路";
  }

  /** What they say when asked again; it can be found. */
  String clearly(Spot spot, Chance chance) {
    return chance.happens(0.7) ? city.address(spot, chance.happens(0.5)) : crossing(spot);
  }

  /** The nearer crossing where two streets of different names meet; else the house number. */
  private String crossing(Spot spot) {
    Block block = spot.block();
    int near = spot.share() < 0.5 ? block.from() : block.to();
    return city.streetsAt(near).stream()
        .filter(s -> !s.equals(block.street()))
        .findFirst()
        .map(other -> block.street() + "与" + other + "交叉口")
        .orElseGet(() -> city.address(spot, true));
  }

  private List<Landmark> seen(Spot spot) {
    var here = spot.point();
    return city.landmarks().stream()
        .filter(l -> l.spot().block().precinct() == spot.block().precinct())
        .filter(l -> l.spot().point().distanceTo(here) < IN_SIGHT_METRES)
        .sorted(Comparator.comparingDouble(l -> l.spot().point().distanceTo(here)))
        .toList();
  }
}
