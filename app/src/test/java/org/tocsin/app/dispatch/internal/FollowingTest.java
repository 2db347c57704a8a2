package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.testing.TocsinTest;

/** What happens to the incident happens to its assignments and timers. */
@TocsinTest
@Import(World.class)
class FollowingTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Orders orders;
  @Autowired Units units;
  @Autowired Alerts alerts;
  @Autowired Incidents incidents;

  private Actor zhou = Actor.system("unset");

  @BeforeEach
  void dispatcher() {
    zhou = world.officer(world.agency(port, null), "周调度");
  }

  private IncidentView edit(IncidentView incident, Edit edit) {
    return Acting.as(zhou, () -> incidents.edit(incident.id(), edit, null));
  }

  private UnitView.Task task(UnitView unit) {
    return Acting.as(zhou, () -> units.get(unit.id())).assignments().getFirst();
  }

  /** Facts between rooms travel after the commit: waits for them, at most ten seconds. */
  private static void soon(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void anotherPriorityIsSeenOnTheUnit() throws InterruptedException {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView incident = world.incident(zhou, "NOISE", 4);
    world.order(zhou, incident, car);
    edit(incident, new Edit.Classify(incident.version(), "FIGHT", 1, "weapons seen"));
    soon(() -> task(car).priority() == 1);
  }

  @Test
  void aMergedIncidentsUnitsWorkForTheOneThatCarriesItAndComeBack() throws InterruptedException {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView first = world.incident(zhou, "FIGHT", 2);
    IncidentView second = world.incident(zhou, "FIGHT", 2);
    AssignmentView a = world.order(zhou, second, car).getFirst();
    IncidentView merged = edit(second, new Edit.Merge(second.version(), first.id(), "same fight"));
    soon(() -> task(car).incidentId().equals(first.id()));
    assertThat(Acting.as(zhou, () -> orders.of(first.id())))
        .extracting(AssignmentView::id)
        .containsExactly(a.id());
    Acting.as(zhou, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null));
    assertThat(Acting.as(zhou, () -> incidents.get(first.id())).instants().arrived()).isNotNull();
    Acting.as(
        zhou,
        () -> incidents.edit(second.id(), new Edit.Unmerge(version(second), "two fights"), null));
    soon(() -> task(car).incidentId().equals(second.id()));
    assertThat(merged.id()).isNotNull();
  }

  private long version(IncidentView incident) {
    return Acting.as(zhou, () -> incidents.get(incident.id())).version();
  }

  @Test
  void closingAnIncidentEndsItsAlerts() throws InterruptedException {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView incident = world.incident(zhou, "THEFT", 3);
    AssignmentView a = world.order(zhou, incident, car).getFirst();
    Acting.as(zhou, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null));
    Acting.as(zhou, () -> orders.report(a.id(), AssignmentStatus.CLEARED, null, null));
    Instant later = world.pass(Duration.ofMinutes(31));
    assertThat(later).isAfter(Objects.requireNonNull(a.dispatchedAt()));
    assertThat(Acting.as(zhou, () -> alerts.of(incident.id()))).hasSize(1);
    edit(incident, new Edit.Close(incident.version(), "HANDLED", null));
    soon(() -> Acting.as(zhou, () -> alerts.of(incident.id())).isEmpty());
  }
}
