package org.tocsin.exercise.city;

import java.util.List;

/**
 * A way along streets, from a place to a place.
 *
 * @param legs pieces of blocks in the order they are driven
 */
public record Way(List<Leg> legs) {
  /**
   * A piece of a block.
   *
   * @param from where on the block it begins, 0 to 1
   * @param to where it ends; less than {@code from} when driven against the house numbers
   */
  public record Leg(Block block, double from, double to) {
    double metres() {
      return Math.abs(to - from) * block.metres();
    }

    boolean forward() {
      return to >= from;
    }

    /** The crossing at its end. */
    int end() {
      return forward() ? block.to() : block.from();
    }

    Spot at(double metres) {
      double part = metres() == 0 ? 1 : Math.clamp(metres / metres(), 0, 1);
      return new Spot(block, from + (to - from) * part);
    }

    double courseAt(double metres) {
      double course = block.courseAt(at(metres).share());
      return forward() ? course : (course + 180) % 360;
    }
  }

  public Way {
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a way has at least one leg");
    }
    legs = List.copyOf(legs);
  }

  public double metres() {
    return legs.stream().mapToDouble(Leg::metres).sum();
  }

  public Spot start() {
    return new Spot(legs.getFirst().block(), legs.getFirst().from());
  }

  public Spot end() {
    return new Spot(legs.getLast().block(), legs.getLast().to());
  }
}
