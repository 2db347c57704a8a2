package org.tocsin.app.matter;

/** How far a unit is with one incident, in order; the last two end the task. */
public enum TaskStatus {
  DISPATCHED,
  ACKNOWLEDGED,
  EN_ROUTE,
  ON_SCENE,
  TRANSPORTING,
  AT_DESTINATION,
  CLEARED,
  CANCELLED;

  /** Whether the unit is still bound to the incident. */
  public boolean active() {
    return this != CLEARED && this != CANCELLED;
  }
}
