package org.tocsin.app.matter.internal.loop;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.HeldRoles;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.flow.Flow;
import org.tocsin.matters.flow.Tree;
import org.tocsin.matters.flow.Who;

/** The engine that decides every act, on this installation's tree and calendars. */
@Component
class Engine {
  private final Agencies agencies;
  private final HeldRoles roles;
  private final WorkCalendars calendars;
  private final Flow flow;

  Engine(Agencies agencies, HeldRoles roles, WorkCalendars calendars) {
    this.agencies = agencies;
    this.roles = roles;
    this.calendars = calendars;
    this.flow = new Flow(new AgencyTree(agencies), calendars::of);
  }

  Flow flow() {
    return flow;
  }

  WorkCalendar calendar(AgencyId agency) {
    return calendars.of(agency);
  }

  /**
   * The actor as the engine knows people: with the roles they hold now.
   *
   * @throws org.tocsin.app.foundation.Problem OFFICER_NEEDED for programs and devices
   */
  Who who(Actor actor) {
    OfficerId me = actor.officerId();
    AgencyId home = actor.agency();
    return new Who(me, roles.of(me), Set.of(), home);
  }

  /** An officer who does not act just now, as a candidate. */
  Who candidate(OfficerId officer, AgencyId agency) {
    return Who.officer(officer, agency, roles.of(officer));
  }

  /** Whether somebody who is a person asks. */
  static boolean isPerson(Actor actor) {
    return actor.kind() == ActorKind.OFFICER;
  }

  /** The agency so many levels above; the top one where there are not so many. */
  AgencyId above(AgencyId agency, int level) {
    AgencyId told = agency;
    for (Agency a : agencies.ancestors(agency)) {
      if (--level < 0) {
        break;
      }
      told = a.id();
    }
    return told;
  }

  /** The tree as the engine asks it. */
  private record AgencyTree(Agencies agencies) implements Tree {
    @Override
    public boolean isWithin(AgencyId agency, AgencyId ancestor) {
      return agency.equals(ancestor)
          || agencies.ancestors(agency).stream().anyMatch(a -> a.id().equals(ancestor));
    }

    @Override
    public int levelsAbove(AgencyId agency) {
      return agencies.ancestors(agency).size();
    }
  }
}
