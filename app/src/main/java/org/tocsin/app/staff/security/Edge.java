package org.tocsin.app.staff.security;

import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.staff.internal.ExerciseDesk;

/** What both filter chains share at the edge of the app. */
@Component
class Edge {
  private final ExerciseDesk exercises;
  private final Sessions sessions;
  private final Refusals refusals;
  private final Ledger ledger;

  Edge(ExerciseDesk exercises, Sessions sessions, Refusals refusals, Ledger ledger) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.refusals = refusals;
    this.ledger = ledger;
  }

  Refusals refusals() {
    return refusals;
  }

  /** A new filter; not a bean, or the servlet container would run it once more by itself. */
  ActingFilter actingFilter() {
    return new ActingFilter(exercises, sessions, refusals, ledger);
  }
}
