package org.tocsin.app.dispatch;

import org.tocsin.kernel.MatterId;

/** Front door to the recommendation: what the run card asks for × who is there soonest by road. */
public interface Recommendations {
  /** For an incident in scope, of units in scope. */
  RecommendationView forIncident(MatterId id);
}
