package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.IncidentCounts.Sums;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.MatterId;

/**
 * The commander's numbers against a slow obvious count, after whatever people did in whatever order
 * and over midnight. Seeds are printed on failure.
 */
@TocsinTest
class CountsTest {
  @LocalServerPort int port;
  private final Spine spine;
  private final Counts counts;
  private final List<AgencyId> stations = new ArrayList<>();
  private AgencyId district = AgencyId.next();
  private Actor chief = Actor.system("none");

  @Autowired
  CountsTest(ApplicationContext app) {
    spine = new Spine(app);
    counts = app.getBean(Counts.class);
  }

  @BeforeEach
  void tree() {
    district = spine.station(port);
    stations.clear();
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    for (int i = 0; i < 3; i++) {
      Map<String, String> station =
          Map.of(
              "code", "C-" + Ids.next().toString().substring(0, 23),
              "nameZh", "派出所" + i,
              "parentId", district.toString());
      stations.add(AgencyId.of(driver.post("/api/agencies", station).body().path("id").asString()));
    }
    chief = spine.chief("值班长");
  }

  private AgencyId anyone(Random random) {
    // The district has work of its own too: own + children must hold with own > 0.
    int i = random.nextInt(stations.size() + 1);
    return i == stations.size() ? district : stations.get(i);
  }

  private MatterId create(Random random, @Nullable ExerciseId exercise) {
    Actor by = exercise == null ? chief : chief.in(exercise);
    NewIncident in =
        new NewIncident(
            null,
            random.nextBoolean() ? "FIGHT" : "THEFT",
            1 + random.nextInt(4),
            "张掖路" + random.nextInt(99) + "号",
            null,
            "",
            Map.of(),
            anyone(random));
    return spine.as(by, () -> spine.incidents.create(in, null)).id();
  }

  private void doSomething(Random random, MatterId id, List<MatterId> all) {
    IncidentView now = spine.get(chief, id);
    Instant t = spine.clock.instant();
    try {
      switch (random.nextInt(7)) {
        case 0 -> spine.send(id, "巡" + random.nextInt(9), stations.getFirst());
        case 1 -> {
          var car = spine.send(id, "巡" + random.nextInt(9), stations.getLast());
          spine.tell(id, new Progress.Arrived(car, t, t, Spine.line("到场")));
        }
        case 2 -> spine.edit(chief, id, new Edit.Close(now.version(), "MEDIATED", "counted"));
        case 3 ->
            spine.edit(
                chief,
                id,
                new Edit.Merge(now.version(), all.get(random.nextInt(all.size())), "同一起"));
        case 4 ->
            spine.tell(
                id,
                new Progress.Overdue(
                    "NOT_ACKNOWLEDGED", Ids.next().toString(), t, t, Spine.line("超时")));
        case 5 -> {
          spine.edit(chief, id, new Edit.OfferHandover(now.version(), anyone(random), "辖区"));
          spine.edit(chief, id, new Edit.AcceptHandover());
        }
        default -> spine.pass(Duration.ofMinutes(random.nextInt(240)));
      }
    } catch (Problem refusedWithReason) {
      assertThat(refusedWithReason.code().status()).isIn(400, 409);
    }
  }

  private long slow(AgencyId top, List<IncidentView> views, Predicate<IncidentView> which) {
    Set<AgencyId> below = spine.agencies.subtree(top);
    return views.stream()
        .filter(v -> below.contains(v.agencyId()) && v.state() != IncidentState.MERGED)
        .filter(which)
        .count();
  }

  private void check(IncidentCounts.Row row, List<IncidentView> views, Instant day, String seed) {
    Sums s = row.total();
    AgencyId top = row.agencyId();
    assertThat(s.open()).as(seed).isEqualTo(slow(top, views, IncidentView::open));
    long[] states = {s.created(), s.dispatched(), s.onScene(), s.fedBack()};
    long[] priorities = {s.priority1(), s.priority2(), s.priority3(), s.priority4()};
    for (int i = 0; i < 4; i++) {
      IncidentState state = IncidentState.values()[i];
      int priority = i + 1;
      assertThat(states[i]).as(seed).isEqualTo(slow(top, views, v -> v.state() == state));
      assertThat(priorities[i])
          .as(seed)
          .isEqualTo(slow(top, views, v -> v.open() && v.priority() == priority));
    }
    assertThat(s.overdue())
        .as(seed)
        .isEqualTo(slow(top, views, v -> v.open() && !v.overdue().isEmpty()));
    assertThat(s.receivedToday())
        .as(seed)
        .isEqualTo(slow(top, views, v -> !received(v).isBefore(day)));
    assertThat(s.closedToday())
        .as(seed)
        .isEqualTo(
            slow(
                top,
                views,
                v ->
                    v.state() == IncidentState.CLOSED
                        && v.instants().closed() != null
                        && !v.instants().closed().isBefore(day)));
  }

  private static Instant received(IncidentView v) {
    Instant received = v.instants().received();
    return received == null ? v.instants().created() : received;
  }

  @Test
  void everyLevelIsExactWhateverWasDone() {
    for (long seed = 1; seed <= 4; seed++) {
      tree();
      Random random = new Random(seed);
      List<MatterId> ids = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        if (ids.size() < 4 || random.nextInt(3) == 0) {
          ids.add(create(random, null));
        } else {
          doSomething(random, ids.get(random.nextInt(ids.size())), ids);
        }
      }
      List<IncidentView> views = ids.stream().map(id -> spine.get(chief, id)).toList();
      IncidentCounts found = spine.as(chief, () -> counts.of(district, null));
      Instant day =
          LocalDate.ofInstant(spine.clock.instant(), spine.clock.getZone())
              .atStartOfDay(spine.clock.getZone())
              .toInstant();
      assertThat(found.dayStart()).isEqualTo(day);
      assertThat(found.rows()).hasSize(4);
      for (IncidentCounts.Row row : found.rows()) {
        check(row, views, day, "seed " + seed);
        Sums sum =
            found.rows().stream()
                .filter(r -> row.agencyId().equals(r.parentId()))
                .map(IncidentCounts.Row::total)
                .reduce(row.own(), Sums::plus);
        assertThat(sum).as("seed " + seed).isEqualTo(row.total());
      }
    }
  }

  @Test
  void drillsAreCountedApart() {
    ExerciseId drill = ExerciseId.next();
    Random random = new Random(7);
    create(random, null);
    create(random, drill);
    create(random, drill);
    IncidentCounts real = spine.as(chief, () -> counts.of(district, null));
    IncidentCounts played = spine.as(chief, () -> counts.of(district, drill));
    assertThat(real.rows().getFirst().total().open()).isEqualTo(1);
    assertThat(real.otherOpen()).isEqualTo(2);
    assertThat(played.rows().getFirst().total().open()).isEqualTo(2);
    assertThat(played.exerciseId()).isEqualTo(drill);
    IncidentCounts inside = spine.as(chief.in(drill), () -> counts.of(district, null));
    assertThat(inside.rows().getFirst().total()).isEqualTo(played.rows().getFirst().total());
  }

  @Test
  void aStationSeesItselfAndNothingElse() {
    create(new Random(1), null);
    Actor li = spine.officer("李", stations.getFirst(), stations.getFirst());
    assertThat(spine.as(li, () -> counts.of(null, null)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.agencyId()).isEqualTo(stations.getFirst()));
    assertThatThrownBy(() -> spine.as(li, () -> counts.of(district, null)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code().status()).isEqualTo(404));
  }

  @Test
  void areasTellGroupsAndTimesOfDayOnly() {
    NewIncident fight =
        new NewIncident(null, "FIGHT", 2, "某路", null, "", Map.of(), stations.getFirst());
    spine.as(chief, () -> spine.incidents.create(fight, null));
    List<AreaCount> areas = spine.as(chief, () -> counts.areas(district, 7, null));
    assertThat(areas).hasSize(1);
    int hour = spine.clock.instant().atZone(spine.clock.getZone()).getHour();
    assertThat(areas.getFirst().band()).isEqualTo(hour / 6);
    assertThat(areas.getFirst().count()).isEqualTo(1);
    assertThat(areas.getFirst().agencyId()).isEqualTo(stations.getFirst());
    assertThatThrownBy(() -> spine.as(chief, () -> counts.areas(district, 91, null)))
        .isInstanceOf(Problem.class);
  }
}
