package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** What must hold whatever people and units do in whatever order. Seeds are printed on failure. */
@TocsinTest
class MergePropertyTest {
  @LocalServerPort int port;
  private final Spine spine;
  private AgencyId home = AgencyId.next();
  private Actor li = Actor.system("none");

  @Autowired
  MergePropertyTest(ApplicationContext app) {
    spine = new Spine(app);
  }

  @BeforeEach
  void people() {
    home = spine.station(port);
    li = spine.officer("李", home, home);
  }

  @Test
  void everyCallerIsKeptAndUndoingIsExact() {
    for (long seed = 1; seed <= 6; seed++) {
      mergeAtRandom(new Random(seed), "seed " + seed);
    }
  }

  private void mergeAtRandom(Random random, String seed) {
    List<MatterId> ids = new ArrayList<>();
    Map<MatterId, List<IncidentView.Call>> calls = new HashMap<>();
    Map<MatterId, IncidentView> before = new HashMap<>();
    int callers = 0;
    for (int i = 0; i < 6; i++) {
      MatterId id = spine.incident(li).id();
      spine.pass(Duration.ofSeconds(1 + random.nextInt(20)));
      for (int n = random.nextInt(3); n > 0; n--) {
        spine.edit(li, id, new Edit.Join(spine.call(li, "1390000111" + n).id()));
      }
      if (random.nextBoolean()) {
        AssignmentId car = spine.send(id, "巡" + i, home);
        if (random.nextBoolean()) {
          Instant t = spine.clock.instant();
          spine.tell(id, new Progress.Arrived(car, t, t, Spine.line("到场")));
        }
      }
      IncidentView view = spine.get(li, id);
      ids.add(id);
      calls.put(id, view.calls());
      before.put(id, view);
      callers += view.callCount();
    }
    List<MatterId> merged = new ArrayList<>();
    for (int step = 0; step < 14; step++) {
      MatterId id = ids.get(random.nextInt(ids.size()));
      IncidentView now = spine.get(li, id);
      if (now.state() == IncidentState.MERGED && random.nextBoolean()) {
        spine.edit(li, id, new Edit.Unmerge(now.version(), "弄错了"));
        merged.remove(id);
      } else if (now.state() != IncidentState.MERGED) {
        MatterId into = ids.get(random.nextInt(ids.size()));
        try {
          spine.edit(li, id, new Edit.Merge(now.version(), into, "同一起"));
          merged.add(id);
        } catch (Problem refusedWithReason) {
          assertThat(refusedWithReason.code().name()).as(seed).isIn("INCIDENT_MERGED", "INVALID");
        }
      }
      check(ids, callers, merged.size(), seed + " step " + step);
    }
    Collections.shuffle(merged, random);
    for (MatterId id : merged) {
      spine.edit(li, id, new Edit.Unmerge(spine.get(li, id).version(), "撤销"));
    }
    for (MatterId id : ids) {
      IncidentView after = spine.get(li, id);
      IncidentView was = before.get(id);
      assertThat(after.calls()).as(seed).isEqualTo(calls.get(id));
      assertThat(after.state()).as(seed).isEqualTo(was == null ? null : was.state());
      assertThat(after.units()).as(seed).isEqualTo(was == null ? null : was.units());
      assertThat(after.instants()).as(seed).isEqualTo(was == null ? null : was.instants());
      assertThat(after.mergedInto()).as(seed).isNull();
    }
  }

  /** Incidents count once, callers each: nobody is lost and nobody is there twice. */
  private void check(List<MatterId> ids, int callers, int merged, String seed) {
    List<IncidentView> standing =
        ids.stream()
            .map(id -> spine.get(li, id))
            .filter(v -> v.state() != IncidentState.MERGED)
            .toList();
    assertThat(standing).as(seed).hasSize(ids.size() - merged);
    Set<SignalId> seen = new HashSet<>();
    standing.forEach(v -> v.calls().forEach(c -> assertThat(seen.add(c.id())).as(seed).isTrue()));
    assertThat(seen).as(seed).hasSize(callers);
    for (IncidentView v : standing) {
      assertThat(v.callCount()).isEqualTo(v.calls().size());
      v.calls()
          .forEach(
              c -> assertThat(v.instants().received()).as(seed).isBeforeOrEqualTo(c.receivedAt()));
    }
  }

  @Test
  void aCarrierShowsTheUnitsOfWhatIsMergedAndCannotCloseOverThem() {
    IncidentView a = spine.incident(li);
    spine.pass(Duration.ofSeconds(90));
    IncidentView b = spine.incident(li);
    AssignmentId car = spine.send(a.id(), "巡1", home);
    spine.edit(li, a.id(), new Edit.Merge(a.version(), b.id(), "同一起"));
    IncidentView carrier = spine.get(li, b.id());
    assertThat(carrier.state()).isEqualTo(IncidentState.DISPATCHED);
    assertThat(carrier.callCount()).isEqualTo(2);
    assertThat(carrier.instants().received()).isEqualTo(a.instants().received());
    Instant t = spine.clock.instant();
    IncidentView told = spine.tell(a.id(), new Progress.Arrived(car, t, t, Spine.line("到场")));
    assertThat(told.id()).as("progress answers with the carrier").isEqualTo(b.id());
    assertThat(told.state()).isEqualTo(IncidentState.ON_SCENE);
    assertThat(spine.get(li, a.id()).state()).isEqualTo(IncidentState.MERGED);
    assertThat(spine.as(li, () -> spine.incidents.timeline(b.id(), 0, 100)))
        .extracting(TimelineEntry::kind)
        .contains("ABSORBED", "MERGED", "ARRIVED");
    Problem busy =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            Problem.class,
            () -> spine.edit(li, b.id(), new Edit.Close(told.version(), "HANDLED", null)));
    assertThat(busy.code().name()).isEqualTo("UNITS_ACTIVE");
    spine.edit(li, a.id(), new Edit.Unmerge(spine.get(li, a.id()).version(), "两起不同的事"));
    assertThat(spine.get(li, b.id()).state()).isEqualTo(IncidentState.CREATED);
    assertThat(spine.get(li, a.id()).state()).isEqualTo(IncidentState.ON_SCENE);
  }

  @Test
  void aCallJoinedByMistakeIsTakenOffAgain() {
    IncidentView view = spine.incident(li);
    CallView second = spine.call(li, "13711112222");
    IncidentView joined = spine.edit(li, view.id(), new Edit.Join(second.id()));
    assertThat(joined.callCount()).isEqualTo(2);
    IncidentView parted = spine.edit(li, view.id(), new Edit.Separate(second.id(), "另一件事"));
    assertThat(parted.calls()).isEqualTo(view.calls());
    assertThat(parted.instants()).isEqualTo(view.instants());
    IncidentView own = spine.as(li, () -> spine.incidents.create(Spine.of(second, "NOISE"), null));
    assertThat(own.calls()).extracting("id").containsExactly(second.id());
  }

  /** The same facts in any order, some told twice, end the same. */
  @Test
  void theOrderOfFactsIsNoMatter() {
    Instant start = spine.pass(Duration.ofMinutes(1));
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      List<AssignmentId> cars = List.of(AssignmentId.next(), AssignmentId.next());
      List<Progress> later = new ArrayList<>();
      for (AssignmentId car : cars) {
        Instant t = start.plusSeconds(random.nextInt(30));
        Instant end = start.plusSeconds(400);
        later.add(new Progress.Acknowledged(car, t, end, Spine.line("签收")));
        later.add(new Progress.Departed(car, t.plusSeconds(10), end, Spine.line("出警")));
        if (random.nextBoolean()) {
          later.add(new Progress.Withdrawn(car, t.plusSeconds(20), end, Spine.line("撤回")));
          continue;
        }
        later.add(new Progress.Arrived(car, t.plusSeconds(60), end, Spine.line("到场")));
        if (random.nextBoolean()) {
          later.add(new Progress.FedBack(car, null, t.plusSeconds(90), end, Spine.line("反馈")));
        }
        later.add(new Progress.Cleared(car, t.plusSeconds(99), end, Spine.line("完毕")));
      }
      later.add(later.get(random.nextInt(later.size())));
      IncidentView straight = tellAll(cars, later, start);
      Collections.shuffle(later, random);
      IncidentView shuffled = tellAll(cars, later, start);
      assertThat(shuffled.state()).as("seed " + seed).isEqualTo(straight.state());
      assertThat(shuffled.instants().acknowledged()).isEqualTo(straight.instants().acknowledged());
      assertThat(shuffled.instants().departed()).isEqualTo(straight.instants().departed());
      assertThat(shuffled.instants().arrived()).isEqualTo(straight.instants().arrived());
      assertThat(shuffled.instants().fedBack()).isEqualTo(straight.instants().fedBack());
      assertThat(shuffled.units())
          .extracting("status")
          .isEqualTo(straight.units().stream().map(IncidentView.Unit::status).toList());
    }
  }

  private IncidentView tellAll(List<AssignmentId> cars, List<Progress> facts, Instant start) {
    MatterId id = spine.incident(li).id();
    Map<AssignmentId, AssignmentId> own = new HashMap<>();
    for (int i = 0; i < cars.size(); i++) {
      AssignmentId fresh = AssignmentId.next();
      own.put(cars.get(i), fresh);
      spine.tell(id, Spine.sent(fresh, "巡" + i, home, start));
    }
    facts.forEach(f -> spine.tell(id, with(f, own)));
    return spine.get(li, id);
  }

  private static Progress with(Progress fact, Map<AssignmentId, AssignmentId> own) {
    Instant at = fact.occurredAt();
    Instant entered = fact.enteredAt();
    AssignmentId car = own.getOrDefault(((Progress.OfTask) fact).assignment(), AssignmentId.next());
    return switch ((Progress.OfTask) fact) {
      case Progress.Acknowledged f -> new Progress.Acknowledged(car, at, entered, f.text());
      case Progress.Departed f -> new Progress.Departed(car, at, entered, f.text());
      case Progress.Arrived f -> new Progress.Arrived(car, at, entered, f.text());
      case Progress.Transporting f -> new Progress.Transporting(car, at, entered, f.text());
      case Progress.AtDestination f -> new Progress.AtDestination(car, at, entered, f.text());
      case Progress.FedBack f -> new Progress.FedBack(car, null, at, entered, f.text());
      case Progress.Cleared f -> new Progress.Cleared(car, at, entered, f.text());
      case Progress.Withdrawn f -> new Progress.Withdrawn(car, at, entered, f.text());
    };
  }
}
