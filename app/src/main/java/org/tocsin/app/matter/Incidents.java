package org.tocsin.app.matter;

import org.tocsin.kernel.MatterId;

/**
 * Front door of the spine. All reads and writes are within the scope of who is acting: an incident
 * out of scope is not found.
 *
 * <p>Human edits name the version that the person saw and are refused as stale when another person
 * has changed the incident since; what units report in between never makes an edit stale. Machine
 * progress locks the incident's row and may come in any order.
 */
public interface Incidents {
  /** The incident, if it exists and is in scope; else a 404 problem. */
  IncidentView get(MatterId id);

  /**
   * Takes a fact from a work room, in that room's transaction. Not bound to the scope of the actor:
   * the work room has checked its own right. Where one transaction reports on several incidents it
   * calls in the order of their ids, so that two such transactions cannot block each other.
   *
   * @return the incident as it is now; for a merged incident, the one that carries it
   * @throws org.tocsin.app.foundation.Problem ILLEGAL_TRANSITION when units are sent to an incident
   *     that is closed, NOT_FOUND when incident or assignment are unknown
   */
  IncidentView progress(MatterId id, Progress fact);
}
