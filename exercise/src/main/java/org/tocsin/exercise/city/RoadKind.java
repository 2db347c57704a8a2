package org.tocsin.exercise.city;

/**
 * What sort of street a block belongs to, the greatest first. The names are those of the street
 * table's classes.
 */
public enum RoadKind {
  TRUNK(70),
  PRIMARY(52),
  SECONDARY(42),
  RESIDENTIAL(30);

  private final double kmh;

  RoadKind(double kmh) {
    this.kmh = kmh;
  }

  /** How fast traffic flows there when nothing is in the way, metres per second. */
  public double metresPerSecond() {
    return kmh / 3.6;
  }

  /** Whether crossings of two such streets have lights. */
  boolean lit() {
    return this != RESIDENTIAL;
  }
}
