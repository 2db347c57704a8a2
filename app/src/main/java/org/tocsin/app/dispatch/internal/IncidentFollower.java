package org.tocsin.app.dispatch.internal;

import java.util.EnumSet;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.internal.AssignmentStore.Copies;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.events.IncidentClosed;
import org.tocsin.app.matter.events.IncidentHandedOver;
import org.tocsin.app.matter.events.IncidentMerged;
import org.tocsin.app.matter.events.IncidentReclassified;
import org.tocsin.app.matter.events.IncidentUnmerged;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * Makes assignments and timers follow their incident. Whatever the fact, it looks at the incident
 * as it is now, so that facts may come twice and in any order.
 */
@Component
class IncidentFollower {
  private static final EnumSet<Kind> OF_ASSIGNMENTS =
      EnumSet.of(
          Kind.NOT_ACKNOWLEDGED,
          Kind.NOT_DEPARTED,
          Kind.NOT_ARRIVED,
          Kind.NO_CHECK_IN,
          Kind.NO_FEEDBACK);

  private final Incidents incidents;
  private final UnitStore units;
  private final AssignmentStore store;
  private final Timers timers;
  private final TimerStore timerStore;
  private final Changes changes;
  private final InstanceClock clock;

  IncidentFollower(
      Incidents incidents,
      UnitStore units,
      AssignmentStore store,
      Timers timers,
      TimerStore timerStore,
      Changes changes,
      InstanceClock clock) {
    this.incidents = incidents;
    this.units = units;
    this.store = store;
    this.timers = timers;
    this.timerStore = timerStore;
    this.changes = changes;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(IncidentReclassified fact) {
    follow(fact.matterId());
  }

  @ApplicationModuleListener
  void on(IncidentMerged fact) {
    follow(fact.matterId());
  }

  @ApplicationModuleListener
  void on(IncidentUnmerged fact) {
    follow(fact.matterId());
  }

  @ApplicationModuleListener
  void on(IncidentHandedOver fact) {
    follow(fact.matterId());
  }

  @ApplicationModuleListener
  void on(IncidentClosed fact) {
    follow(fact.matterId());
  }

  private void follow(MatterId id) {
    Acting.run(Actor.system("incident-follower"), () -> followAs(id));
  }

  private void followAs(MatterId id) {
    List<UnitId> bound = store.touching(id).stream().map(AssignmentRow::unit).distinct().toList();
    if (bound.isEmpty()) {
      return;
    }
    units.lock(bound);
    IncidentView now = carrier(id);
    Copies copies =
        new Copies(now.id(), now.number(), now.typeCode(), now.priority(), now.agencyId());
    List<AssignmentRow> changed = store.follow(id, copies);
    timerStore.follow(id, copies);
    if (!now.open()) {
      timers.tellSettled(timers.settle(now.id(), OF_ASSIGNMENTS, clock.instant()), clock.instant());
    }
    if (!changed.isEmpty()) {
      changes.units(changed.stream().map(AssignmentRow::unit).distinct().toList());
      changes.assignments(changed);
    }
  }

  private IncidentView carrier(MatterId id) {
    IncidentView view = incidents.get(id);
    MatterId into = view.mergedInto();
    return into == null ? view : carrier(into);
  }
}
