package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.app.dispatch.WhistleView.State;
import org.tocsin.app.dispatch.Whistles;
import org.tocsin.app.dispatch.events.StepOverdue;
import org.tocsin.app.dispatch.events.WhistleAnswered;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;
import org.tocsin.kernel.WhistleId;

/** Whistles: routed, answered in time, or told one level up. */
@Service
class WhistleDesk implements Whistles {
  private final WhistleStore store;
  private final WhistleRoute route;
  private final Agencies agencies;
  private final Incidents incidents;
  private final Ordering ordering;
  private final Timers timers;
  private final WhistleNews news;

  WhistleDesk(
      WhistleStore store,
      WhistleRoute route,
      Agencies agencies,
      Incidents incidents,
      Ordering ordering,
      Timers timers,
      WhistleNews news) {
    this.store = store;
    this.route = route;
    this.agencies = agencies;
    this.incidents = incidents;
    this.ordering = ordering;
    this.timers = timers;
    this.news = news;
  }

  @Override
  @Transactional
  public WhistleView blow(Call call, @Nullable String key) {
    Actor actor = Acting.require(Permission.WHISTLE);
    AgencyId from = from(actor, call.from());
    news.check(call);
    return news.once()
        .run(
            "whistle.blow",
            key,
            List.of(call, from),
            WhistleView.class,
            () -> blow(actor, call, from));
  }

  private WhistleView blow(Actor actor, Call call, AgencyId from) {
    IncidentView incident = call.incidentId() == null ? null : incidents.get(call.incidentId());
    Point place = place(call, incident);
    String label = call.place() == null ? null : call.place().label();
    Instant now = news.now();
    WhistleRow row =
        new WhistleRow(
            WhistleId.next(),
            news.numbers().next("whistle", LocalDate.ofInstant(now, news.clock().getZone())),
            call.incidentId(),
            from,
            call.specialty(),
            call.text(),
            new WhistleView.Spot(
                label == null && incident != null ? incident.addressText() : label,
                place == null ? null : place.lat(),
                place == null ? null : place.lon()),
            route.to(from, call.specialty(), place),
            State.OPEN,
            now,
            actor.name(),
            null,
            null,
            null,
            incident == null ? actor.exercise() : incident.exerciseId(),
            1);
    store.insert(row);
    store.step(row.id(), "BLOWN", row.addressed(), now, actor.name(), call.text());
    timers.arm(
        Kind.WHISTLE_UNANSWERED,
        row.id().value(),
        row.id().value(),
        row.matter(),
        row.number(),
        // Unanswered goes up: the first to be told is the agency above the one addressed.
        agencies.parent(row.addressed()).map(Agency::id).orElse(row.addressed()),
        Columns.both(from, row.addressed()),
        now.plusSeconds(news.policy().whistle().answerSeconds()),
        row.exercise());
    return news.tell(row, Audit.of("whistle.blown").why(call.text()));
  }

  private static @Nullable Point place(Call call, @Nullable IncidentView incident) {
    WhistleView.Spot spot = call.place();
    if (spot != null && spot.lat() != null && spot.lon() != null) {
      return new Point(spot.lat(), spot.lon());
    }
    return incident == null ? null : Ordering.target(incident);
  }

  private static AgencyId from(Actor actor, @Nullable AgencyId named) {
    AgencyId from = named == null ? actor.agency() : named;
    if (from == null) {
      throw Problem.invalid("from", "required");
    }
    if (!from.equals(actor.agency())
        && (actor.kind() != ActorKind.PARTNER || !actor.scope().covers(from))) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, from.toString());
    }
    return from;
  }

  @Override
  @Transactional
  public WhistleView answer(
      WhistleId id,
      boolean accept,
      @Nullable String reason,
      List<UnitId> units,
      @Nullable String key) {
    Actor actor = Acting.require(Permission.DISPATCH);
    WhistleRow seen = find(id, actor);
    if (!actor.scope().covers(seen.addressed())) {
      throw Problem.refused(ProblemCode.NOT_ADDRESSED, news.views().agencyName(seen.addressed()));
    }
    if (!accept && (reason == null || reason.isBlank())) {
      throw Problem.invalid("reason", "required");
    }
    if (new HashSet<>(units).size() < units.size() || (!accept && !units.isEmpty())) {
      throw Problem.invalid("unitIds", "double");
    }
    return news.once()
        .run(
            "whistle.answer",
            key,
            List.of(id, accept, String.valueOf(reason), units),
            WhistleView.class,
            () -> answerAs(actor, id, accept, reason, units));
  }

  private WhistleView answerAs(
      Actor actor, WhistleId id, boolean accept, @Nullable String reason, List<UnitId> units) {
    Instant now = news.now();
    // The timer before the whistle: the order in which a clock tick takes them.
    timers.settleSubject(id.value(), now);
    WhistleRow row = store.lock(id).orElseThrow(() -> Problem.notFound("whistle", id));
    if (row.state() != State.OPEN) {
      throw Problem.refused(
          ProblemCode.WHISTLE_ANSWERED,
          row.number(),
          Objects.requireNonNullElse(row.answeredBy(), "?"),
          String.valueOf(row.answeredAt()));
    }
    if (!units.isEmpty()) {
      send(actor, row, units, now);
    }
    State state = accept ? State.ACCEPTED : State.DECLINED;
    WhistleRow after = store.answer(id, state, now, actor.name(), reason);
    store.step(id, state.name(), row.addressed(), now, actor.name(), reason);
    news.changes()
        .event(
            new WhistleAnswered(
                id,
                row.from(),
                row.addressed(),
                row.matter(),
                accept,
                row.exercise(),
                row.blownAt(),
                now,
                now));
    return news.tell(after, Audit.of("whistle.answered").why(reason).detail("accepted", accept));
  }

  /** The whistle itself is the right to see the incident it names. */
  private void send(Actor actor, WhistleRow row, List<UnitId> units, Instant now) {
    MatterId matter = row.matter();
    if (matter == null) {
      throw Problem.invalid("unitIds", "noIncident");
    }
    IncidentView incident = Acting.as(Actor.system("whistle"), () -> incidents.get(matter));
    ordering
        .order(
            new Ordering.Plan(
                actor,
                incident,
                units,
                "吹哨 " + row.number(),
                false,
                news.ways(Ordering.target(incident), units),
                null,
                now))
        .forEach(a -> store.gave(row.id(), a.id()));
  }

  /** A timer went off, in the same transaction: the whistle is now addressed to who was told. */
  @EventListener
  void on(StepOverdue fact) {
    if (!fact.step().equals(Kind.WHISTLE_UNANSWERED.name())) {
      return;
    }
    news.ofTimer(fact.alertId())
        .flatMap(store::lock)
        .filter(w -> w.state() == State.OPEN)
        .ifPresent(
            w -> {
              if (!w.addressed().equals(fact.agencyId())) {
                WhistleRow after = store.address(w.id(), fact.agencyId());
                store.step(w.id(), "ESCALATED", fact.agencyId(), fact.enteredAt(), "system", null);
                news.tell(after, Audit.of("whistle.escalated").detail("to", fact.agencyId()));
              }
            });
  }

  @Override
  @Transactional(readOnly = true)
  public WhistleView get(WhistleId id) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return news.view(find(id, actor));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<WhistleView> list(boolean openOnly, @Nullable String after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    UUID key;
    try {
      key = after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", after);
    }
    Page<WhistleRow> page =
        Page.of(store.list(actor.scope(), openOnly, key, limit + 1), limit, w -> w.id().toString());
    return new Page<>(page.items().stream().map(news::view).toList(), page.next());
  }

  private WhistleRow find(WhistleId id, Actor actor) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("whistle", id));
  }
}
