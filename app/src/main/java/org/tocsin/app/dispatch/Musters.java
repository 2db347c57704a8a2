package org.tocsin.app.dispatch;

import org.tocsin.kernel.ExerciseId;

/** Front door to muster times. Needs INCIDENT_READ; only orders in scope are seen. */
public interface Musters {
  /** The muster of an exercise, or a 404 problem where there is no such exercise. */
  Muster of(ExerciseId exercise);
}
