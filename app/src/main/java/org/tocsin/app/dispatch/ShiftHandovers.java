package org.tocsin.app.dispatch;

import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;

/**
 * Front door to hand-overs of the watch. Needs INCIDENT_WRITE, reading INCIDENT_READ; all within
 * scope. One hand-over of an agency waits at a time.
 */
public interface ShiftHandovers {
  /** How things stand now: what would be added to the notes. Null for the actor's own agency. */
  ShiftHandover.Snapshot preview(@Nullable AgencyId agency);

  /** Hand-overs of an agency, newest first. */
  Page<ShiftHandover> list(@Nullable AgencyId agency, @Nullable ShiftHandoverId after, int limit);

  /** The hand-over, or a 404 problem. */
  ShiftHandover get(ShiftHandoverId id);

  /**
   * Offers the watch with notes; the state of things is added and stamped.
   *
   * @throws org.tocsin.app.foundation.Problem SHIFT_HANDOVER_OPEN while another one waits
   */
  ShiftHandover offer(@Nullable AgencyId agency, String notes, @Nullable String key);

  /**
   * Takes the watch over.
   *
   * @throws org.tocsin.app.foundation.Problem OWN_WORK for who offered it, SHIFT_HANDOVER_ANSWERED
   */
  ShiftHandover accept(ShiftHandoverId id, @Nullable String remark, @Nullable String key);

  /** Takes an offer back; only who made it may. */
  ShiftHandover withdraw(ShiftHandoverId id, @Nullable String remark, @Nullable String key);
}
