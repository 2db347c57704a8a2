package org.tocsin.app.matter;

/** The states of an incident; the moves between them are in {@code packs/incident-states.yaml}. */
public enum IncidentState {
  /** Accepted, nobody sent (or all withdrawn before anyone arrived). */
  CREATED,
  /** At least one unit is ordered to go. */
  DISPATCHED,
  /** At least one unit has arrived. */
  ON_SCENE,
  /** At least one unit has reported what it found and did. */
  FED_BACK,
  /** Closed with a disposition. */
  CLOSED,
  /** Joined into another incident, which now carries it. */
  MERGED
}
