package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Checks rights and input, does each command once, in one transaction. */
@Service
class OrderDesk implements Orders {
  private final Ordering ordering;
  private final Reporting reporting;
  private final Reporting.Locked locked;
  private final Incidents incidents;
  private final RecommendationDesk recommendations;
  private final Views views;
  private final Once once;

  OrderDesk(
      Ordering ordering,
      Reporting reporting,
      Reporting.Locked locked,
      Incidents incidents,
      RecommendationDesk recommendations,
      Views views,
      Once once) {
    this.ordering = ordering;
    this.reporting = reporting;
    this.locked = locked;
    this.incidents = incidents;
    this.recommendations = recommendations;
    this.views = views;
    this.once = once;
  }

  @Override
  @Transactional
  public List<AssignmentView> order(Order order, @Nullable String key) {
    Actor actor = Acting.require(Permission.DISPATCH);
    if (order.units().isEmpty()) {
      throw Problem.invalid("unitIds", "required");
    }
    if (new HashSet<>(order.units()).size() < order.units().size()) {
      throw Problem.invalid("unitIds", "double");
    }
    return List.of(
        once.run(
            "dispatch.order",
            key,
            order,
            AssignmentView[].class,
            () -> views.assignments(place(actor, order)).toArray(AssignmentView[]::new)));
  }

  private List<AssignmentRow> place(Actor actor, Order order) {
    IncidentView incident = incidents.get(order.incident());
    Map<UnitId, RoadTime> ways = ways(order.units(), incident);
    if (order.reason() == null || order.reason().isBlank()) {
      recommendations.requireReason(incident, order.units());
    }
    return ordering.order(
        new Ordering.Plan(
            actor, incident, order.units(), order.reason(), order.allowBusy(), ways, null, now()));
  }

  private Map<UnitId, RoadTime> ways(List<UnitId> units, IncidentView incident) {
    Point target = Ordering.target(incident);
    return target == null ? new HashMap<>() : recommendations.ways(target, units);
  }

  @Override
  @Transactional
  public AssignmentView divert(AssignmentId id, MatterId to, String reason, @Nullable String key) {
    AssignmentRow seen = locked.find(id);
    Actor actor = locked.rights().commands(seen);
    needed("reason", reason);
    return once.run(
        "dispatch.divert",
        key,
        List.of(id, to, reason),
        AssignmentView.class,
        () -> {
          IncidentView incident = incidents.get(to);
          List<UnitId> unit = List.of(seen.unit());
          List<AssignmentRow> given =
              ordering.order(
                  new Ordering.Plan(
                      actor, incident, unit, reason, false, ways(unit, incident), seen, now()));
          return views.assignments(given).getFirst();
        });
  }

  @Override
  @Transactional
  public AssignmentView cancel(AssignmentId id, String reason) {
    AssignmentRow seen = locked.find(id);
    Actor actor = locked.rights().commands(seen);
    needed("reason", reason);
    locked.lock(seen);
    return views.assignment(ordering.cancel(actor, id, reason, now()));
  }

  @Override
  @Transactional
  public AssignmentView report(
      AssignmentId id,
      AssignmentStatus status,
      @Nullable Instant occurredAt,
      @Nullable String key) {
    return once.run(
        "assignment.report",
        key,
        List.of(id, status, String.valueOf(occurredAt)),
        AssignmentView.class,
        () -> reporting.report(id, status, occurredAt));
  }

  @Override
  @Transactional
  public AssignmentView feedback(
      AssignmentId id,
      String text,
      @Nullable String dispositionCode,
      @Nullable Instant occurredAt,
      @Nullable String key) {
    needed("text", text);
    return once.run(
        "assignment.feedback",
        key,
        List.of(id, text, String.valueOf(dispositionCode), String.valueOf(occurredAt)),
        AssignmentView.class,
        () -> reporting.feedback(id, text, dispositionCode, occurredAt));
  }

  @Override
  @Transactional
  public AssignmentView checkIn(AssignmentId id) {
    return reporting.checkIn(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<AssignmentView> of(MatterId incident) {
    Acting.require(Permission.INCIDENT_READ);
    MatterId carrier = incidents.get(incident).id();
    return views.assignments(locked.store().ofMatter(carrier));
  }

  private static void needed(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(field, "required");
    }
    if (text.length() > 4_000) {
      throw Problem.invalid(field, "length", 1, 4_000);
    }
  }

  private Instant now() {
    InstanceClock clock = locked.clock();
    return clock.instant();
  }
}
