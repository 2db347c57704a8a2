package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.Positions;
import org.tocsin.app.dispatch.ShiftHandover;
import org.tocsin.app.dispatch.ShiftHandovers;
import org.tocsin.app.dispatch.UnitCounts;
import org.tocsin.app.dispatch.UnitLife;
import org.tocsin.app.dispatch.UnitStatus;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.RetentionRule;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;

/** What a watch looks at and hands over: units counted, a unit's day, the watch itself. */
@TocsinTest
@Import(World.class)
class WatchTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired UnitLife life;
  @Autowired Units units;
  @Autowired Positions positions;
  @Autowired PositionWriter writer;
  @Autowired ShiftHandovers handovers;
  @Autowired Agencies agencies;
  @Autowired List<RetentionRule> rules;

  private AgencyId district = AgencyId.next();
  private Actor chief = Actor.system("unset");
  private Actor north = Actor.system("unset");

  @BeforeEach
  void tree() {
    district = world.agency(port, null);
    north = world.officer(world.agency(port, district), "北站");
    chief = world.officer(district, "值班长");
  }

  private static void refused(ProblemCode code, Supplier<@Nullable Object> work) {
    assertThatThrownBy(work::get)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  @Test
  void unitsAddUpAtEveryLevelWhateverTheyDo() {
    Random random = new Random(11);
    List<Actor> stations = List.of(north, world.officer(world.agency(port, district), "南站"), chief);
    chief = world.officer(district, "值班长");
    for (int i = 0; i < 14; i++) {
      Actor of = stations.get(random.nextInt(stations.size()));
      UnitView unit = world.unit(of, "PATROL");
      switch (random.nextInt(3)) {
        case 0 -> world.order(of, world.incident(of, "FIGHT", 3), unit);
        case 1 -> Acting.as(of, () -> units.outOfService(unit.id(), "保养", null));
        default -> {
          // Stays available.
        }
      }
    }
    UnitCounts counts = Acting.as(chief, () -> life.counts(district, null));
    for (UnitCounts.Row row : counts.rows()) {
      Set<AgencyId> below = agencies.subtree(row.agencyId());
      List<UnitView> slow =
          Acting.as(chief, () -> units.list(row.agencyId(), null, null, 200)).items();
      assertThat(slow).allMatch(u -> below.contains(u.agencyId()));
      assertThat(row.total().units()).isEqualTo(slow.size());
      assertThat(row.total().available()).isEqualTo(with(slow, UnitStatus.AVAILABLE));
      assertThat(row.total().dispatched()).isEqualTo(with(slow, UnitStatus.DISPATCHED));
      assertThat(row.total().outOfService()).isEqualTo(with(slow, UnitStatus.OUT_OF_SERVICE));
      UnitCounts.Sums sum =
          counts.rows().stream()
              .filter(r -> row.agencyId().equals(r.parentId()))
              .map(UnitCounts.Row::total)
              .reduce(row.own(), UnitCounts.Sums::plus);
      assertThat(sum).isEqualTo(row.total());
    }
    assertThat(counts.rows().getFirst().total().units()).isEqualTo(14);
  }

  private static long with(List<UnitView> units, UnitStatus status) {
    return units.stream().filter(u -> u.status() == status).count();
  }

  @Test
  void theTrailNeedsARightAndAPurposeAndIsAudited() {
    UnitView unit = world.unit(north, "PATROL");
    Acting.as(
        north,
        () ->
            positions.report(
                List.of(
                    new Positions.Report(
                        unit.id(), null, 37.77, -122.42, world.now(), null, null))));
    writer.flush();
    List<UnitLife.Fix> trail = Acting.as(chief, () -> life.trail(unit.id(), null, null, "核查处警路线"));
    assertThat(trail).singleElement().satisfies(f -> assertThat(f.lat()).isEqualTo(37.77));
    long audited =
        world
            .jdbc()
            .sql("select count(*) from foundation.audit_entry where subject = :s and why = :w")
            .param("s", "unit:" + unit.id())
            .param("w", "核查处警路线")
            .query(Long.class)
            .single();
    assertThat(audited).isEqualTo(1);
    refused(
        ProblemCode.INVALID, () -> Acting.as(chief, () -> life.trail(unit.id(), null, null, " ")));
    refused(
        ProblemCode.INVALID,
        () ->
            Acting.as(
                chief,
                () -> life.trail(unit.id(), world.now().minus(Duration.ofHours(25)), null, "x")));
    Actor taker = world.officer(district, "接警员", EnumSet.of(Permission.INCIDENT_READ));
    refused(
        ProblemCode.FORBIDDEN,
        () -> Acting.as(taker, () -> life.trail(unit.id(), null, null, "x")));
    Actor stranger = world.officer(world.agency(port, null), "外人");
    refused(
        ProblemCode.NOT_FOUND,
        () -> Acting.as(stranger, () -> life.trail(unit.id(), null, null, "x")));
  }

  @Test
  void aUnitHasItsDayAndItsNotes() {
    UnitView unit = world.unit(north, "PATROL");
    var order = world.order(north, world.incident(north, "FIGHT", 3), unit).getFirst();
    assertThat(Acting.as(north, () -> life.assignments(unit.id(), null, null)))
        .singleElement()
        .satisfies(a -> assertThat(a.status()).isEqualTo(AssignmentStatus.DISPATCHED))
        .satisfies(a -> assertThat(a.id()).isEqualTo(order.id()));
    String key = Ids.next().toString();
    var first = Acting.as(north, () -> life.note(unit.id(), "左前胎压低", key));
    var again = Acting.as(north, () -> life.note(unit.id(), "左前胎压低", key));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(Acting.as(north, () -> life.notes(unit.id(), null, 10)).items()).hasSize(1);
  }

  @Test
  void wordsAboutUnitsAndWatchesGoWhenTheirTimeIsOver() {
    UnitView unit = world.unit(north, "PATROL");
    Acting.as(north, () -> life.note(unit.id(), "旧备注", null));
    ShiftHandover old = Acting.as(north, () -> handovers.offer(null, "旧交班", null));
    Acting.as(
        world.officer(Objects.requireNonNull(north.agency()), "接班"),
        () -> handovers.accept(old.id(), null, null));
    Instant later = world.pass(Duration.ofSeconds(5));
    Acting.as(north, () -> life.note(unit.id(), "新备注", null));
    for (RetentionRule rule : rules) {
      if (Set.of("dispatch.unit-note", "dispatch.shift-handover").contains(rule.code())) {
        assertThat(rule.oldest()).get().satisfies(at -> assertThat(at).isBefore(later));
        assertThat(rule.erase(later, 100_000)).isPositive();
        assertThat(rule.oldest().filter(at -> at.isBefore(later))).isEmpty();
      }
    }
    assertThat(Acting.as(north, () -> life.notes(unit.id(), null, 10)).items()).hasSize(1);
    refused(ProblemCode.NOT_FOUND, () -> Acting.as(north, () -> handovers.get(old.id())));
  }

  @Test
  void theWatchIsOfferedAsThingsStandAndTakenByAnother() {
    UnitView broken = world.unit(north, "PATROL");
    Acting.as(north, () -> units.outOfService(broken.id(), "故障", null));
    UnitView sent = world.unit(north, "PATROL");
    IncidentView incident = world.incident(north, "FIGHT", 1);
    world.order(north, incident, sent);
    world.pass(Duration.ofMinutes(2));
    ShiftHandover offer = Acting.as(chief, () -> handovers.offer(null, "东门施工绕行", null));
    ShiftHandover.Snapshot snapshot = offer.snapshot();
    assertThat(snapshot.asOf()).isEqualTo(world.now());
    assertThat(snapshot.openCount()).isEqualTo(1);
    assertThat(snapshot.open().getFirst().number()).isEqualTo(incident.number());
    assertThat(snapshot.outOfService().getFirst().callSign()).isEqualTo(broken.callSign());
    assertThat(snapshot.overdue()).isNotEmpty();
    assertThat(snapshot.dutyLevel().zh()).isNotBlank();
    refused(
        ProblemCode.SHIFT_HANDOVER_OPEN,
        () -> Acting.as(chief, () -> handovers.offer(null, "再来一次", null)));
    refused(
        ProblemCode.OWN_WORK,
        () -> Acting.as(chief, () -> handovers.accept(offer.id(), null, null)));
    world.pass(Duration.ofMinutes(10));
    Actor next = world.officer(district, "接班长");
    ShiftHandover taken = Acting.as(next, () -> handovers.accept(offer.id(), "已知悉", null));
    assertThat(taken.answer()).isNotNull();
    assertThat(Objects.requireNonNull(taken.answer()).answeredBy()).isEqualTo("接班长");
    assertThat(Objects.requireNonNull(taken.answer()).answeredAt()).isEqualTo(world.now());
    assertThat(taken.snapshot()).as("as of then").isEqualTo(snapshot);
    refused(
        ProblemCode.SHIFT_HANDOVER_ANSWERED,
        () -> Acting.as(next, () -> handovers.accept(offer.id(), null, null)));
    ShiftHandover fresh = Acting.as(next, () -> handovers.offer(null, "无", null));
    ShiftHandover back = Acting.as(next, () -> handovers.withdraw(fresh.id(), null, null));
    assertThat(Objects.requireNonNull(back.answer()).accepted()).isFalse();
    assertThat(Acting.as(chief, () -> handovers.list(district, null, 10)).items()).hasSize(2);
  }
}
