package org.tocsin.app.dispatch;

/**
 * How far one unit is with one incident. Which follows which is in {@code
 * packs/assignment-states.yaml}; the order here is the order of progress.
 */
public enum AssignmentStatus {
  DISPATCHED("DISPATCH"),
  ACKNOWLEDGED("ACKNOWLEDGE"),
  EN_ROUTE("DEPART"),
  ON_SCENE("ARRIVE"),
  TRANSPORTING("TRANSPORT"),
  AT_DESTINATION("DELIVER"),
  CLEARED("CLEAR"),
  CANCELLED("CANCEL");

  private final String action;

  AssignmentStatus(String action) {
    this.action = action;
  }

  /** The action of the transition table that leads here. */
  public String action() {
    return action;
  }

  /** Whether the unit is still bound to the incident. */
  public boolean active() {
    return this != CLEARED && this != CANCELLED;
  }

  /** Whether the unit has not reached the scene yet, so that it could still be sent elsewhere. */
  public boolean beforeScene() {
    return compareTo(ON_SCENE) < 0;
  }
}
