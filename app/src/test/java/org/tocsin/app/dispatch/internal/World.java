package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.ClockDriver;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.intake.Place;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.NewIncident;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** A small world for tests: agencies, units, incidents and dispatchers in one line each. */
@TestComponent
class World {
  static final Point CENTRE = new Point(37.7749, -122.4194);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Agencies agencies;
  private final Units units;
  private final Orders orders;
  private final Incidents incidents;
  private final ClockDriver driver;
  private final InstanceClock clock;
  private final JdbcClient jdbc;

  World(
      Agencies agencies,
      Units units,
      Orders orders,
      Incidents incidents,
      ClockDriver driver,
      InstanceClock clock,
      JdbcClient jdbc) {
    this.agencies = agencies;
    this.units = units;
    this.orders = orders;
    this.incidents = incidents;
    this.driver = driver;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** A name nobody else uses. */
  static String unique(String prefix) {
    return prefix + COUNT.incrementAndGet();
  }

  /** An agency below another; the root is made where there is none. */
  AgencyId agency(int port, @Nullable AgencyId parent) {
    Http http = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    if (agencies.findRoot().isEmpty()) {
      http.post("/api/agencies", Map.of("code", "ROOT", "nameZh", "市局"));
    }
    AgencyId above = parent == null ? agencies.root().id() : parent;
    String code = unique("D");
    Http.Answer answer =
        http.post(
            "/api/agencies", Map.of("code", code, "nameZh", code, "parentId", above.toString()));
    return AgencyId.of(answer.body().path("id").asString());
  }

  AgencyId root() {
    return agencies.findRoot().map(Agency::id).orElseThrow();
  }

  /** An officer with all permissions over an agency and all below. */
  Actor officer(AgencyId agency, String name) {
    return officer(agency, name, EnumSet.allOf(Permission.class));
  }

  Actor officer(AgencyId agency, String name, Set<Permission> permissions) {
    return new Actor(
        ActorKind.OFFICER,
        Ids.next().toString(),
        name,
        agency,
        Scope.of(agencies.subtree(agency)),
        permissions,
        "test",
        null);
  }

  UnitView unit(Actor actor, String type) {
    return unit(actor, type, CENTRE);
  }

  UnitView unit(Actor actor, String type, @Nullable Point home) {
    AgencyId agency = java.util.Objects.requireNonNull(actor.agency());
    return Acting.as(
        actor,
        () ->
            units.create(
                new Units.Details(unique("U"), type, agency, home, List.of(), null), null, null));
  }

  IncidentView incident(Actor actor, String type, int priority) {
    return incident(actor, type, priority, CENTRE);
  }

  IncidentView incident(Actor actor, String type, int priority, @Nullable Point at) {
    return Acting.as(
        actor,
        () ->
            incidents.create(
                new NewIncident(
                    null,
                    type,
                    priority,
                    "somewhere",
                    at == null ? null : new Place("there", at.lat(), at.lon(), null, null),
                    "",
                    Map.of(),
                    actor.agency()),
                null));
  }

  List<AssignmentView> order(Actor actor, IncidentView incident, UnitView... sent) {
    List<UnitId> ids = List.of(sent).stream().map(UnitView::id).toList();
    return Acting.as(
        actor, () -> orders.order(new Orders.Order(incident.id(), ids, "test", false), null));
  }

  Instant now() {
    return clock.instant();
  }

  /** Lets time pass. */
  Instant pass(Duration time) {
    driver.drive(clock.instant().plus(time));
    return clock.instant();
  }

  Orders orders() {
    return orders;
  }

  JdbcClient jdbc() {
    return jdbc;
  }
}
