package org.tocsin.app.registry;

/**
 * The house numbers along one side of a segment, from its first to its last point. Numbers may fall
 * along the line ({@code from > to}).
 *
 * @param from number at the first point; 0 with {@code to} 0 means the side has no numbers
 * @param to number at the last point
 */
public record NumberRange(int from, int to) {
  /** A side without numbers. */
  public static final NumberRange NONE = new NumberRange(0, 0);

  public NumberRange {
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("house numbers are not negative: " + from + "-" + to);
    }
  }

  /** Whether the side has no numbers. */
  public boolean isNone() {
    return from == 0 && to == 0;
  }

  /** The smallest number. */
  public int low() {
    return Math.min(from, to);
  }

  /** The greatest number. */
  public int high() {
    return Math.max(from, to);
  }

  /** Whether the number lies in the range. */
  public boolean contains(int number) {
    return !isNone() && number >= low() && number <= high();
  }

  /** Whether the number is on this side of the street: odd or even as the range is. */
  public boolean sameParity(int number) {
    return (Math.max(from, to) & 1) == (number & 1);
  }

  /** How far along the segment the number lies, 0 at the first point to 1 at the last. */
  public double fractionOf(int number) {
    if (from == to) {
      return 0.5;
    }
    return Math.clamp((number - from) / (double) (to - from), 0, 1);
  }
}
