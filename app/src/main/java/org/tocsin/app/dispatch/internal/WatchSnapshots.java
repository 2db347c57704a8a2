package org.tocsin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.dispatch.ShiftHandover;
import org.tocsin.app.dispatch.ShiftHandover.Open;
import org.tocsin.app.dispatch.ShiftHandover.Out;
import org.tocsin.app.dispatch.ShiftHandover.Overdue;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentQuery;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.DutyLevels;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;

/** Writes down how things stand in the area of an agency, for the next watch. */
@Component
class WatchSnapshots {
  private static final int SHOWN = 200;

  /** Beyond this many the numbers say it better than the names. */
  private static final int MOST_PAGES = 10;

  private final Incidents incidents;
  private final Alerts alerts;
  private final UnitBoard board;
  private final DutyLevels levels;
  private final Agencies agencies;
  private final InstanceClock clock;

  WatchSnapshots(
      Incidents incidents,
      Alerts alerts,
      UnitBoard board,
      DutyLevels levels,
      Agencies agencies,
      InstanceClock clock) {
    this.incidents = incidents;
    this.alerts = alerts;
    this.board = board;
    this.levels = levels;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** How things stand for the actor, who must see the agency. */
  ShiftHandover.Snapshot of(AgencyId agency, Actor actor) {
    Set<AgencyId> area = agencies.subtree(agency);
    List<Open> open = open(agency, actor);
    Set<MatterId> ids = open.stream().map(Open::id).collect(Collectors.toSet());
    DutyLevels.Held level = levels.held(agency, actor.exercise());
    return new ShiftHandover.Snapshot(
        clock.instant(),
        level.name(),
        level.until(),
        open.size(),
        open.stream().limit(SHOWN).toList(),
        outOfService(area, actor),
        overdue(area, ids, actor));
  }

  private List<Open> open(AgencyId agency, Actor actor) {
    List<Open> open = new ArrayList<>();
    MatterId after = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      Page<IncidentView> page =
          incidents.list(
              new IncidentQuery(
                  IncidentQuery.Which.OPEN, null, null, agency, null, null, after, Page.MOST));
      page.items().stream()
          .filter(v -> Objects.equals(v.exerciseId(), actor.exercise()))
          .map(WatchSnapshots::open)
          .forEach(open::add);
      if (page.next() == null) {
        break;
      }
      after = page.items().getLast().id();
    }
    open.sort(Comparator.comparingInt(Open::priority).thenComparing(Open::receivedAt));
    return open;
  }

  private static Open open(IncidentView v) {
    var received = v.instants().received();
    return new Open(
        v.id(),
        v.number(),
        v.priority(),
        v.state(),
        new Text(v.typeNameZh(), v.typeNameEn()),
        v.place() == null ? v.addressText() : v.place().label(),
        received == null ? v.instants().created() : received,
        v.units().size());
  }

  private List<Out> outOfService(Set<AgencyId> area, Actor actor) {
    List<Out> out = new ArrayList<>();
    for (BoardUnit u : board.all()) {
      UnitView.OutOfService why = u.unit().out();
      boolean ours =
          u.unit().exercise() == null || Objects.equals(u.unit().exercise(), actor.exercise());
      if (why != null && ours && area.contains(u.unit().agency())) {
        out.add(
            new Out(u.unit().id(), u.unit().callSign(), why.reason(), why.since(), why.until()));
      }
    }
    out.sort(Comparator.comparing(Out::callSign));
    return out;
  }

  private List<Overdue> overdue(Set<AgencyId> area, Set<MatterId> open, Actor actor) {
    List<Overdue> steps = new ArrayList<>();
    String after = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      Page<AlertView> page = alerts.open(after, Page.MOST);
      page.items().stream()
          .filter(a -> Objects.equals(a.exerciseId(), actor.exercise()))
          .filter(a -> area.contains(a.agencyId()) || isOf(open, a.incidentId()))
          .map(a -> new Overdue(a.text(), a.about(), a.incidentId(), a.incidentNumber(), a.since()))
          .forEach(steps::add);
      after = page.next();
      if (after == null) {
        break;
      }
    }
    return steps;
  }

  private static boolean isOf(Set<MatterId> open, @Nullable MatterId incident) {
    return incident != null && open.contains(incident);
  }
}
