package org.tocsin.app.matter.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.events.IncidentEvent;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;

/**
 * Where every change of an incident is done the same way: take it (right, lock, sight, version),
 * change it, sign it (version, row, timeline, audit), tell it (events, live stream).
 */
@Component
class Desk {
  /** The version that an edit without one carries: it cannot contradict another person's. */
  static final long ANY_VERSION = Long.MAX_VALUE;

  final IncidentStore incidents;
  final PartStore parts;
  final HistoryStore history;
  private final ViewStore views;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final InstanceClock clock;

  Desk(
      IncidentStore incidents,
      PartStore parts,
      HistoryStore history,
      ViewStore views,
      Ledger ledger,
      ApplicationEventPublisher events,
      InstanceClock clock) {
    this.incidents = incidents;
    this.parts = parts;
    this.history = history;
    this.views = views;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** A piece of work: who does it, on what, when. */
  record Work(Actor actor, Incident incident, Instant now) {
    String by() {
      return actor.name();
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** Takes an incident that the actor sees and whose owner it commands. */
  Work take(MatterId id, long version, Permission permission) {
    Work work = takeInSight(id, version, permission);
    requireCommand(work.actor(), work.incident());
    return work;
  }

  /** Takes an incident that the actor sees; involved agencies may do so too. */
  Work takeInSight(MatterId id, long version, Permission permission) {
    Actor actor = Acting.require(permission);
    return checked(actor, id, incidents.lock(id), version);
  }

  /** The work on an incident that is locked already. */
  Work checked(Actor actor, MatterId id, Map<MatterId, Incident> locked, long version) {
    Incident incident = locked.get(id);
    if (incident == null || !actor.scope().coversAny(parts.involved(id))) {
      throw Problem.notFound("incident", id);
    }
    if (version < incident.editedVersion) {
      throw Problem.stale("incident", incident.number, incident.editedBy, incident.editedAt)
          .with("version", incident.version);
    }
    return new Work(actor, incident, now());
  }

  static void requireCommand(Actor actor, Incident incident) {
    if (!actor.scope().covers(incident.agency)) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, incident.number);
    }
  }

  /** Signs a person's change: raises the version and writes the row. */
  void sign(Work work) {
    work.incident().edited(work.by(), work.now());
    incidents.update(work.incident());
  }

  /** Writes the change into the audit log and onto the timeline, and shows the incident. */
  IncidentView record(
      Work work,
      String action,
      @Nullable String why,
      Text line,
      Map<String, ? extends @Nullable Object> data) {
    MatterId id = work.incident().id;
    Audit audit =
        Audit.of("incident." + action.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .on(id)
            .why(why)
            .detail("number", work.incident().number);
    for (Map.Entry<String, ? extends @Nullable Object> d : data.entrySet()) {
      audit = audit.detail(d.getKey(), d.getValue());
    }
    ledger.audit(audit);
    history.line(id, action, line, work.now(), work.now(), work.actor(), data);
    return show(id, Set.of());
  }

  /**
   * Shows the incident on the live stream.
   *
   * @param former agencies that saw it until now and must learn that it has gone
   */
  IncidentView show(MatterId id, Set<AgencyId> former) {
    IncidentView view = view(id);
    Set<AgencyId> agencies = new HashSet<>(parts.involved(id));
    agencies.addAll(former);
    ledger.publish(LiveEntry.of("incident", id, view.version(), agencies, view));
    return view;
  }

  /** The incident as it is now, whoever asks. */
  IncidentView view(MatterId id) {
    return views.find(id, Scope.all()).orElseThrow(() -> Problem.notFound("incident", id));
  }

  void tell(IncidentEvent event) {
    events.publishEvent(event);
  }
}
