package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

@TocsinTest
@Import(World.class)
class TimersTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Orders orders;
  @Autowired Alerts alerts;
  @Autowired TimerStore store;
  @Autowired Timers timers;
  @Autowired Agencies agencies;
  @Autowired Incidents incidents;
  @Autowired TimerTick.Telling telling;
  @Autowired PlatformTransactionManager transactions;

  private Actor station = Actor.system("unset");
  private AgencyId district = AgencyId.next();

  @BeforeEach
  void agencies() {
    district = world.agency(port, null);
    station = world.officer(world.agency(port, district), "值班员");
  }

  /** Another node: its own memory, the same database. */
  private TimerTick node() {
    return new TimerTick(store, timers, new NextDue(), agencies, incidents, telling, transactions);
  }

  private List<AlertView> open(MatterId incident) {
    return Acting.as(station, () -> alerts.of(incident));
  }

  private AssignmentView sent(String type, int priority) {
    IncidentView incident = world.incident(station, type, priority);
    return world.order(station, incident, world.unit(station, "PATROL")).getFirst();
  }

  private long told(MatterId incident) {
    return world
        .jdbc()
        .sql(
            """
            select count(*) from foundation.audit_entry
            where action = 'alert.told' and matter_id = :incident
            """)
        .param("incident", incident.value())
        .query(Long.class)
        .single();
  }

  @Test
  void anOrderNotAcknowledgedGoesToTheDispatcherAndThenUpTheTree() {
    AssignmentView a = sent("THEFT", 1);
    Instant due = a.dispatchedAt().plusSeconds(30);
    world.pass(Duration.ofSeconds(29));
    assertThat(open(a.incidentId())).isEmpty();
    world.pass(Duration.ofSeconds(1));
    AlertView first = open(a.incidentId()).getFirst();
    assertThat(first.kind()).isEqualTo(Kind.NOT_ACKNOWLEDGED);
    assertThat(first.since()).isEqualTo(due);
    assertThat(first.level()).isEqualTo(1);
    assertThat(first.agencyId()).isEqualTo(station.agency());
    assertThat(first.nextAt()).isEqualTo(due.plusSeconds(30));
    world.pass(Duration.ofSeconds(30));
    assertThat(open(a.incidentId()).getFirst().agencyId()).isEqualTo(district);
    world.pass(Duration.ofSeconds(30));
    AlertView top = open(a.incidentId()).getFirst();
    assertThat(top.agencyId()).isEqualTo(world.root());
    assertThat(top.level()).isEqualTo(3);
    assertThat(top.nextAt()).isNull();
    assertThat(told(a.incidentId())).isEqualTo(3);
    assertThat(Acting.as(station, () -> incidents.get(a.incidentId())).overdue())
        .extracting(IncidentView.Overdue::step)
        .containsExactly("NOT_ACKNOWLEDGED");
    Acting.as(station, () -> orders.report(a.id(), AssignmentStatus.ACKNOWLEDGED, null, null));
    assertThat(open(a.incidentId())).isEmpty();
    assertThat(Acting.as(station, () -> incidents.get(a.incidentId())).overdue()).isEmpty();
  }

  @Test
  void whatIsDoneInTimeIsToldToNobody() {
    AssignmentView a = sent("THEFT", 1);
    world.pass(Duration.ofSeconds(10));
    Acting.as(station, () -> orders.report(a.id(), AssignmentStatus.EN_ROUTE, null, null));
    world.pass(Duration.ofSeconds(60));
    Acting.as(station, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null));
    world.pass(Duration.ofMinutes(15));
    Acting.as(station, () -> orders.checkIn(a.id()));
    world.pass(Duration.ofMinutes(14));
    Acting.as(station, () -> orders.feedback(a.id(), "一切正常", null, null, null));
    Acting.as(station, () -> orders.report(a.id(), AssignmentStatus.CLEARED, null, null));
    world.pass(Duration.ofHours(3));
    assertThat(told(a.incidentId())).isZero();
    assertThat(
            world
                .jdbc()
                .sql("select count(*) from dispatch.timer where assignment_id = :id")
                .param("id", a.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void checkInAndFeedbackAreAskedForOnScene() {
    AssignmentView a = sent("THEFT", 1);
    Acting.as(station, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null));
    world.pass(Duration.ofMinutes(20));
    assertThat(open(a.incidentId())).extracting(AlertView::kind).containsExactly(Kind.NO_CHECK_IN);
    world.pass(Duration.ofMinutes(10));
    assertThat(open(a.incidentId()))
        .extracting(AlertView::kind)
        .containsExactlyInAnyOrder(Kind.NO_CHECK_IN, Kind.NO_FEEDBACK);
    Acting.as(station, () -> orders.checkIn(a.id()));
    Acting.as(station, () -> orders.feedback(a.id(), "已调解", "MEDIATED", null, null));
    assertThat(open(a.incidentId())).isEmpty();
  }

  @Test
  void aLeapOfTheClockMakesUpForEveryLevelOnce() {
    AssignmentView a = sent("THEFT", 1);
    world.pass(Duration.ofHours(2));
    assertThat(open(a.incidentId()))
        .extracting(AlertView::kind)
        .containsExactlyInAnyOrder(Kind.NOT_ACKNOWLEDGED, Kind.NOT_DEPARTED, Kind.NOT_ARRIVED);
    assertThat(open(a.incidentId())).allMatch(x -> x.level() == 3);
    assertThat(told(a.incidentId())).isEqualTo(9);
  }

  @Test
  void severalNodesAndARestartTellEachLevelOnce() throws Exception {
    List<AssignmentView> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add(sent("THEFT", 1));
    }
    Instant later = world.now().plusSeconds(45);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        TimerTick node = node();
        running.add(
            threads.submit(() -> Acting.run(Actor.system("clock"), () -> node.advanced(later))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    // The restarted node knows nothing but what stands in the table.
    Acting.run(Actor.system("clock"), () -> node().advanced(later));
    world.pass(Duration.ofSeconds(45));
    assertThat(sent).allSatisfy(a -> assertThat(told(a.incidentId())).isEqualTo(1));
  }

  @Test
  void aCancelledOrderWaitsForNothing() {
    AssignmentView a = sent("THEFT", 1);
    Acting.as(station, () -> orders.cancel(a.id(), "caller called off"));
    world.pass(Duration.ofHours(2));
    assertThat(told(a.incidentId())).isZero();
  }
}
