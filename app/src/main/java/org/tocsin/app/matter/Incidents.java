package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.MatterId;

/**
 * Front door of the spine. All reads and edits are within the scope of who is acting: an incident
 * is in sight when the scope covers its owner or an agency involved in it; any other is not found.
 *
 * <p>Human edits name the version that the person saw and are refused as stale when another person
 * has changed the incident since; what units report in between never makes an edit stale. Machine
 * progress locks the incident's row and may come in any order.
 *
 * <p>Problems that edits may raise: NOT_FOUND, STALE, ILLEGAL_TRANSITION, NOT_OWNER, INVALID,
 * TOO_LARGE, and what is said at the single edit.
 */
public interface Incidents {
  /** The incident, if it exists and is in sight; else a 404 problem. */
  IncidentView get(MatterId id);

  /** Like {@link #get}, for a person who looks at it; the look is audited. */
  IncidentView read(MatterId id);

  /** One page of the incidents in sight. */
  Page<IncidentView> list(IncidentQuery query);

  /**
   * The timeline, oldest first. Incidents merged into this one bring their lines along.
   *
   * @param after lines with a greater {@code seq} only
   */
  List<TimelineEntry> timeline(MatterId id, long after, int limit);

  /** Incidents in sight that a caller may be reporting again, the likeliest first. */
  List<Likely> likely(Likely.Asked asked);

  /** Open incidents in sight within a distance of a place, the nearest first. */
  List<IncidentView> openNear(double lat, double lon, double metres, Instant since);

  /**
   * Opens an incident and binds the call that reports it, if any.
   *
   * @param key the same key gives the same incident
   */
  IncidentView create(NewIncident incident, @Nullable String key);

  /**
   * Does an edit.
   *
   * @param key the same key does it once
   */
  IncidentView edit(MatterId id, Edit edit, @Nullable String key);

  /**
   * Takes a fact from a work room, in that room's transaction. Not bound to the scope of the actor:
   * the work room has checked its own right. Where one transaction reports on several incidents it
   * calls in the order of their ids, so that two such transactions cannot block each other.
   *
   * @return the incident as it is now; for a merged incident, the one that carries it
   * @throws org.tocsin.app.foundation.Problem ILLEGAL_TRANSITION when units are sent to an incident
   *     that is closed or merged, NOT_FOUND when incident or assignment are unknown
   */
  IncidentView progress(MatterId id, Progress fact);
}
