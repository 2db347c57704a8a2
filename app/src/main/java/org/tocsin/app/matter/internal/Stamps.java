package org.tocsin.app.matter.internal;

import java.time.Instant;
import java.util.UUID;
import org.tocsin.app.matter.Step;
import org.tocsin.app.matter.events.InstantStamped;
import org.tocsin.app.matter.internal.Desk.Work;

/** Stamps that belong to the incident itself, not to a unit. */
final class Stamps {
  private Stamps() {}

  /** Writes the stamp and tells it; it is entered by the very act, so it is never late. */
  static void stamp(Desk desk, Work work, Step step, UUID source, Instant at) {
    Incident i = work.incident();
    if (desk.parts.stamp(i.id, step, source, at, at, work.by())) {
      desk.tell(
          new InstantStamped(
              i.id, i.exercise, i.agency, i.version, at, at, step, null, null, null));
    }
  }
}
