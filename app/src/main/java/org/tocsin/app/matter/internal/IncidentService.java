package org.tocsin.app.matter.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentQuery;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Likely;
import org.tocsin.app.matter.NewIncident;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.matter.TimelineEntry;
import org.tocsin.kernel.MatterId;

/** The front door: one transaction for each call, and once for each key. */
@Service
@Transactional
class IncidentService implements Incidents {
  private final Opening opening;
  private final Edits edits;
  private final Progressing progressing;
  private final Finding finding;
  private final ViewStore views;
  private final HistoryStore history;
  private final Doors doors;

  /** What guards every door. */
  @org.springframework.stereotype.Component
  record Doors(Once once, Ledger ledger) {}

  IncidentService(
      Opening opening,
      Edits edits,
      Progressing progressing,
      Finding finding,
      ViewStore views,
      HistoryStore history,
      Doors doors) {
    this.opening = opening;
    this.edits = edits;
    this.progressing = progressing;
    this.finding = finding;
    this.views = views;
    this.history = history;
    this.doors = doors;
  }

  private record AskedEdit(MatterId id, String what, Edit edit) {}

  @Override
  @Transactional(readOnly = true)
  public IncidentView get(MatterId id) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return views.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("incident", id));
  }

  @Override
  public IncidentView read(MatterId id) {
    IncidentView view = get(id);
    doors.ledger().auditRead(Audit.of("incident.read").on(id).detail("number", view.number()));
    return view;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<IncidentView> list(IncidentQuery query) {
    return finding.list(query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<TimelineEntry> timeline(MatterId id, long after, int limit) {
    IncidentView seen = get(id);
    return history.lines(seen.id(), after, limit, Acting.current().scope());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Likely> likely(Likely.Asked asked) {
    return finding.likely(asked);
  }

  @Override
  @Transactional(readOnly = true)
  public List<IncidentView> openNear(double lat, double lon, double metres, Instant since) {
    return finding.openNear(lat, lon, metres, since);
  }

  @Override
  public IncidentView create(NewIncident incident, @Nullable String key) {
    return doors
        .once()
        .run("incident", key, incident, IncidentView.class, () -> opening.open(incident));
  }

  @Override
  public IncidentView edit(MatterId id, Edit edit, @Nullable String key) {
    var asked = new AskedEdit(id, edit.getClass().getSimpleName(), edit);
    return doors
        .once()
        .run("incident-edit", key, asked, IncidentView.class, () -> edits.apply(id, edit));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public IncidentView progress(MatterId id, Progress fact) {
    return progressing.progress(id, fact);
  }
}
