package org.tocsin.app.dispatch;

import java.util.Collection;
import java.util.Comparator;

/** What a unit is doing as a whole; always derived from its assignments, never stored. */
public enum UnitStatus {
  AVAILABLE,
  DISPATCHED,
  ACKNOWLEDGED,
  EN_ROUTE,
  ON_SCENE,
  TRANSPORTING,
  AT_DESTINATION,
  OUT_OF_SERVICE;

  /** The furthest of its active assignments; without any, whether it is in service. */
  public static UnitStatus of(boolean outOfService, Collection<AssignmentStatus> assignments) {
    return assignments.stream()
        .filter(AssignmentStatus::active)
        .max(Comparator.naturalOrder())
        .map(s -> valueOf(s.name()))
        .orElse(outOfService ? OUT_OF_SERVICE : AVAILABLE);
  }
}
