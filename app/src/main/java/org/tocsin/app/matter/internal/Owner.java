package org.tocsin.app.matter.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.intake.Place;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;

/** Decides which agency answers for a new incident. */
@Component
class Owner {
  private final Agencies agencies;

  Owner(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * The agency asked for; else that of the precinct; else the top. An actor who does not command
   * that agency opens the incident at home, from where it can be handed over: nobody gives another
   * agency work without its acceptance.
   */
  AgencyId of(Actor actor, @Nullable AgencyId asked, @Nullable Place place) {
    if (asked != null) {
      if (agencies.find(asked).isEmpty()) {
        throw Problem.invalid("agencyId", "unknown", asked);
      }
      if (!actor.scope().covers(asked)) {
        throw Problem.refused(ProblemCode.OUT_OF_SCOPE, agencies.get(asked).nameZh());
      }
      return asked;
    }
    AgencyId ground =
        place == null || place.precinct() == null ? null : place.precinct().agencyId();
    AgencyId natural = ground == null ? agencies.root().id() : ground;
    AgencyId home = actor.agency();
    return actor.scope().covers(natural) || home == null ? natural : home;
  }
}
