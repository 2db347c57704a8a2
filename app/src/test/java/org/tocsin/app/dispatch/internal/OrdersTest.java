package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.dispatch.UnitStatus;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.UnitId;

@TocsinTest
@Import(World.class)
class OrdersTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Orders orders;
  @Autowired Units units;
  @Autowired Incidents incidents;
  @Autowired UnitBoard board;

  private Actor zhou = Actor.system("unset");
  private Actor chen = Actor.system("unset");

  @BeforeEach
  void dispatchers() {
    AgencyId district = world.agency(port, null);
    zhou = world.officer(district, "周调度");
    chen = world.officer(district, "陈调度");
  }

  private AssignmentView report(AssignmentView a, AssignmentStatus status) {
    return report(a, status, null);
  }

  private AssignmentView report(AssignmentView a, AssignmentStatus status, @Nullable Instant at) {
    return Acting.as(zhou, () -> orders.report(a.id(), status, at, null));
  }

  private UnitView unit(UnitView u) {
    return Acting.as(zhou, () -> units.get(u.id()));
  }

  private static void refused(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  @Test
  void aUnitOnTwoIncidentsKeepsAStatusForEach() {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView first = world.incident(zhou, "THEFT", 3);
    IncidentView second = world.incident(zhou, "NOISE", 4);
    AssignmentView a = world.order(zhou, first, car).getFirst();
    report(a, AssignmentStatus.ON_SCENE);
    AssignmentView b =
        Acting.as(
                zhou,
                () ->
                    orders.order(
                        new Orders.Order(second.id(), List.of(car.id()), "on the way", true), null))
            .getFirst();
    assertThat(unit(car).status()).isEqualTo(UnitStatus.ON_SCENE);
    assertThat(unit(car).assignments())
        .extracting(UnitView.Task::status)
        .containsExactly(AssignmentStatus.ON_SCENE, AssignmentStatus.DISPATCHED);
    report(b, AssignmentStatus.ACKNOWLEDGED);
    report(a, AssignmentStatus.CLEARED);
    assertThat(unit(car).status()).isEqualTo(UnitStatus.ACKNOWLEDGED);
    assertThat(unit(car).assignments())
        .extracting(UnitView.Task::incidentNumber)
        .containsExactly(second.number());
    IncidentView other = Acting.as(zhou, () -> incidents.get(second.id()));
    assertThat(other.state()).isEqualTo(IncidentState.DISPATCHED);
    assertThat(other.instants().arrived()).isNull();
    report(b, AssignmentStatus.CLEARED);
    assertThat(unit(car).status()).isEqualTo(UnitStatus.AVAILABLE);
  }

  @Test
  void everyInstantIsStampedAndWhatWasSkippedStaysEmpty() {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView incident = world.incident(zhou, "THEFT", 3);
    AssignmentView a = world.order(zhou, incident, car).getFirst();
    Instant departed = world.pass(Duration.ofSeconds(20));
    report(a, AssignmentStatus.EN_ROUTE);
    Instant arrived = world.pass(Duration.ofMinutes(3));
    report(a, AssignmentStatus.ON_SCENE);
    AssignmentView done = report(a, AssignmentStatus.CLEARED);
    assertThat(done.acknowledgedAt()).isNull();
    assertThat(done.departedAt()).isEqualTo(departed);
    assertThat(done.arrivedAt()).isEqualTo(arrived);
    assertThat(done.late()).isEmpty();
    IncidentView after = Acting.as(zhou, () -> incidents.get(incident.id()));
    assertThat(after.instants().acknowledged()).isNull();
    assertThat(after.instants().departed()).isEqualTo(departed);
    assertThat(after.instants().arrived()).isEqualTo(arrived);
  }

  @Test
  void nothingGoesBackAndTheRefusalSaysWhy() {
    AssignmentView a =
        world.order(zhou, world.incident(zhou, "THEFT", 3), world.unit(zhou, "PATROL")).getFirst();
    report(a, AssignmentStatus.ON_SCENE);
    refused(ProblemCode.ILLEGAL_TRANSITION, () -> report(a, AssignmentStatus.EN_ROUTE));
    refused(ProblemCode.ILLEGAL_TRANSITION, () -> report(a, AssignmentStatus.ON_SCENE));
    refused(ProblemCode.ILLEGAL_TRANSITION, () -> report(a, AssignmentStatus.DISPATCHED));
    refused(ProblemCode.ILLEGAL_TRANSITION, () -> report(a, AssignmentStatus.CANCELLED));
    report(a, AssignmentStatus.CLEARED);
    refused(ProblemCode.ILLEGAL_TRANSITION, () -> report(a, AssignmentStatus.AT_DESTINATION));
    refused(
        ProblemCode.ILLEGAL_TRANSITION,
        () -> Acting.as(zhou, () -> orders.cancel(a.id(), "too late")));
  }

  @Test
  void aLateEntryKeepsBothInstantsAndSaysSo() {
    AssignmentView a =
        world.order(zhou, world.incident(zhou, "THEFT", 3), world.unit(zhou, "PATROL")).getFirst();
    Instant departed = world.pass(Duration.ofMinutes(1));
    world.pass(Duration.ofMinutes(4));
    Instant arrived = world.pass(Duration.ofMinutes(1));
    report(a, AssignmentStatus.ON_SCENE);
    Instant told = world.pass(Duration.ofMinutes(10));
    AssignmentView after = report(a, AssignmentStatus.EN_ROUTE, departed);
    assertThat(after.status()).isEqualTo(AssignmentStatus.ON_SCENE);
    assertThat(after.departedAt()).isEqualTo(departed);
    assertThat(after.late()).containsExactly(new AssignmentView.Late("EN_ROUTE", departed, told));
    refused(
        ProblemCode.ILLEGAL_TRANSITION,
        () -> report(a, AssignmentStatus.ACKNOWLEDGED, arrived.plusSeconds(1)));
    refused(
        ProblemCode.INVALID, () -> report(a, AssignmentStatus.CLEARED, arrived.minusSeconds(1)));
    refused(ProblemCode.INVALID, () -> report(a, AssignmentStatus.CLEARED, told.plusSeconds(1)));
  }

  @Test
  void oneOfManyDispatchersGetsTheUnitAndTheOthersLearnWhoHasIt() throws Exception {
    UnitView car = world.unit(zhou, "PATROL");
    List<Callable<Object>> race = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Actor who = i % 2 == 0 ? zhou : chen;
      IncidentView incident = world.incident(who, "THEFT", 3);
      race.add(() -> outcome(() -> world.order(who, incident, car).getFirst()));
    }
    List<Object> outcomes = together(race);
    List<AssignmentView> won = of(AssignmentView.class, outcomes);
    List<Problem> lost = of(Problem.class, outcomes);
    assertThat(won).hasSize(1);
    assertThat(lost).hasSize(23).allMatch(p -> p.code() == ProblemCode.UNIT_BUSY);
    AssignmentView winner = won.getFirst();
    assertThat(lost)
        .allSatisfy(
            p ->
                assertThat(p.extras())
                    .containsEntry("incidentId", winner.incidentId())
                    .containsEntry("orderedBy", winner.orderedBy()));
    assertThat(unit(car).assignments()).hasSize(1);
  }

  @Test
  void ordersForOverlappingUnitsNeverBlockEachOther() throws Exception {
    List<UnitView> fleet = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      fleet.add(world.unit(zhou, "PATROL"));
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      IncidentView incident = world.incident(zhou, "THEFT", 3);
      List<UnitView> some = new ArrayList<>(fleet);
      Collections.shuffle(some, random);
      List<UnitId> ids = some.subList(0, 5).stream().map(UnitView::id).toList();
      work.add(
          () ->
              outcome(
                  () ->
                      Acting.as(
                          zhou,
                          () -> {
                            List<AssignmentView> given =
                                orders.order(
                                    new Orders.Order(incident.id(), ids, "test", true), null);
                            given.forEach(
                                a -> orders.report(a.id(), AssignmentStatus.CLEARED, null, null));
                            return given.getFirst();
                          })));
    }
    assertThat(of(AssignmentView.class, together(work))).as("seed %d", seed).hasSize(60);
    assertThat(fleet).allMatch(u -> unit(u).status() == UnitStatus.AVAILABLE);
    assertThat(fleet)
        .allSatisfy(u -> assertThat(board.find(u.id()).orElseThrow().tasks()).isEmpty());
  }

  @Test
  void aUnitIsDivertedInOneStep() {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView minor = world.incident(zhou, "NOISE", 4);
    IncidentView urgent = world.incident(zhou, "ROBBERY", 1);
    AssignmentView a = world.order(zhou, minor, car).getFirst();
    AssignmentView b =
        Acting.as(zhou, () -> orders.divert(a.id(), urgent.id(), "robbery near by", null));
    assertThat(unit(car).assignments())
        .extracting(UnitView.Task::incidentId)
        .containsExactly(urgent.id());
    AssignmentView ended = Acting.as(zhou, () -> orders.of(minor.id())).getFirst();
    assertThat(ended.status()).isEqualTo(AssignmentStatus.CANCELLED);
    assertThat(ended.endReason()).isEqualTo("robbery near by");
    assertThat(b.status()).isEqualTo(AssignmentStatus.DISPATCHED);
    assertThat(Acting.as(zhou, () -> incidents.get(minor.id())).state())
        .isEqualTo(IncidentState.CREATED);
    refused(
        ProblemCode.ILLEGAL_TRANSITION,
        () -> Acting.as(zhou, () -> orders.divert(a.id(), urgent.id(), "again", null)));
  }

  @Test
  void otherUnitsThanRecommendedNeedAReasonAtHighPriorityOnly() {
    UnitView near = world.unit(zhou, "PATROL");
    UnitView far = world.unit(zhou, "PATROL", new org.tocsin.kernel.Point(37.80, -122.45));
    IncidentView urgent = world.incident(zhou, "ROAD-CLEAR", 1);
    Orders.Order choice = new Orders.Order(urgent.id(), List.of(far.id()), null, false);
    refused(ProblemCode.REASON_NEEDED, () -> Acting.as(zhou, () -> orders.order(choice, null)));
    IncidentView minor = world.incident(zhou, "NOISE", 4);
    assertThat(
            Acting.as(
                zhou,
                () ->
                    orders.order(
                        new Orders.Order(minor.id(), List.of(far.id()), null, false), null)))
        .hasSize(1);
    assertThat(
            Acting.as(
                zhou,
                () ->
                    orders.order(
                        new Orders.Order(urgent.id(), List.of(near.id()), null, false), null)))
        .hasSize(1);
  }

  @Test
  void theSameKeyOrdersOnce() {
    UnitView car = world.unit(zhou, "PATROL");
    IncidentView incident = world.incident(zhou, "THEFT", 3);
    Orders.Order order = new Orders.Order(incident.id(), List.of(car.id()), "test", false);
    List<AssignmentView> first = Acting.as(zhou, () -> orders.order(order, "key-1"));
    assertThat(Acting.as(zhou, () -> orders.order(order, "key-1"))).isEqualTo(first);
    refused(
        ProblemCode.UNIT_ALREADY_SENT, () -> Acting.as(zhou, () -> orders.order(order, "key-2")));
  }

  @Test
  void unitsOutOfTheSubtreeAreNotFoundAndStrangersReportNothing() {
    Actor stranger = world.officer(world.agency(port, null), "外人");
    UnitView theirs = world.unit(stranger, "PATROL");
    IncidentView incident = world.incident(zhou, "THEFT", 3);
    refused(ProblemCode.NOT_FOUND, () -> world.order(zhou, incident, theirs));
    AssignmentView a = world.order(zhou, incident, world.unit(zhou, "PATROL")).getFirst();
    refused(
        ProblemCode.NOT_FOUND,
        () ->
            Acting.as(
                stranger, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null)));
    Actor reader =
        world.officer(
            java.util.Objects.requireNonNull(zhou.agency()),
            "只读",
            EnumSet.of(Permission.INCIDENT_READ));
    refused(
        ProblemCode.FORBIDDEN,
        () ->
            Acting.as(reader, () -> orders.report(a.id(), AssignmentStatus.ON_SCENE, null, null)));
  }

  @Test
  void aUnitOutOfServiceIsNotSentAndABusyOneNotTakenOut() {
    UnitView car = world.unit(zhou, "PATROL");
    Acting.as(zhou, () -> units.outOfService(car.id(), "flat tyre", null));
    IncidentView incident = world.incident(zhou, "THEFT", 3);
    refused(ProblemCode.UNIT_OUT_OF_SERVICE, () -> world.order(zhou, incident, car));
    Acting.as(zhou, () -> units.inService(car.id()));
    world.order(zhou, incident, car);
    refused(
        ProblemCode.UNIT_NOT_FREE,
        () -> Acting.as(zhou, () -> units.outOfService(car.id(), "again", null)));
  }

  @Test
  void anEditIsStaleOnlyWhenAnotherEditorWasFaster() {
    UnitView car = world.unit(zhou, "PATROL");
    world.order(zhou, world.incident(zhou, "THEFT", 3), car);
    Units.Details details =
        new Units.Details(
            car.callSign(),
            "PATROL",
            car.agencyId(),
            null,
            List.of(new UnitView.Crew(null, "王")),
            null);
    UnitView edited = Acting.as(zhou, () -> units.edit(car.id(), details, car.version()));
    assertThat(edited.crew()).hasSize(1);
    refused(
        ProblemCode.STALE,
        () -> Acting.as(chen, () -> units.edit(car.id(), details, car.version())));
  }

  private static Object outcome(Callable<AssignmentView> work) throws Exception {
    try {
      return work.call();
    } catch (Problem refused) {
      return refused;
    }
  }

  private static <T> List<T> of(Class<T> type, List<Object> outcomes) {
    return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Object> together(List<Callable<Object>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> future : threads.invokeAll(work)) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }
}
