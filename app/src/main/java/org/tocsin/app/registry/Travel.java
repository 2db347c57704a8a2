package org.tocsin.app.registry;

/** Which way a road segment may be driven, as seen along its line. */
public enum Travel {
  /** Both ways. */
  BOTH,
  /** Only from its first to its last point. */
  FORWARD,
  /** Only from its last to its first point. */
  BACKWARD,
  /** Not for driving at all (a path, stairs, a closed road); it still carries addresses. */
  NONE
}
