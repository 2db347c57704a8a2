package org.tocsin.exercise.feed;

/**
 * The stamps a CAD log keeps for one unit on one call, in the order a response runs through them.
 */
public enum Stamp {
  RECEIVED("received"),
  ENTERED("entry"),
  DISPATCHED("dispatch"),
  ACKNOWLEDGED("acknowledged"),
  DEPARTED("response"),
  ARRIVED("onScene"),
  TRANSPORTING("transport"),
  AT_DESTINATION("hospital"),
  CLEARED("available");

  private final String column;

  Stamp(String column) {
    this.column = column;
  }

  /** The mapping's name of the column it stands in. */
  public String column() {
    return column;
  }

  /** Whether it is a unit's own report, after the order. */
  public boolean ofUnit() {
    return compareTo(DISPATCHED) > 0;
  }
}
