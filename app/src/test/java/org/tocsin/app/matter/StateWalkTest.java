package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;

/** Random walks of an incident: every move is in the table or is refused and changes nothing. */
@TocsinTest
class StateWalkTest {
  @LocalServerPort int port;
  private final Spine spine;
  private final StateMap states;

  @Autowired
  StateWalkTest(ApplicationContext app, StateMap states) {
    spine = new Spine(app);
    this.states = states;
  }

  @Test
  void noWalkEverLeavesTheTable() {
    AgencyId home = spine.station(port);
    Actor li = spine.officer("李", home, home);
    for (long seed = 1; seed <= 5; seed++) {
      walk(new Random(seed), li, home, "seed " + seed);
    }
  }

  private void walk(Random random, Actor li, AgencyId home, String seed) {
    MatterId id = spine.incident(li).id();
    MatterId other = spine.incident(li).id();
    List<AssignmentId> cars = new ArrayList<>();
    for (int step = 0; step < 25; step++) {
      IncidentView before = spine.get(li, id);
      IncidentState from = before.state();
      Instant t = spine.pass(Duration.ofSeconds(5));
      try {
        act(random.nextInt(9), random, li, home, id, other, before, cars, t);
      } catch (Problem refused) {
        assertThat(refused.code().name())
            .as(seed)
            .isIn("ILLEGAL_TRANSITION", "UNITS_ACTIVE", "INCIDENT_MERGED");
        assertThat(spine.get(li, id).state()).as(seed).isEqualTo(from);
        assertThat(spine.get(li, id).version()).as(seed).isEqualTo(before.version());
        continue;
      }
      IncidentState to = spine.get(li, id).state();
      // Undoing a merge gives back the state that the incident's own history has.
      assertThat(to == from || from == IncidentState.MERGED || inTable(from, to))
          .as("%s step %d: %s to %s", seed, step, from, to)
          .isTrue();
    }
  }

  private boolean inTable(IncidentState from, IncidentState to) {
    return states.moves().stream().anyMatch(m -> m.from() == from && m.to() == to);
  }

  private void act(
      int what,
      Random random,
      Actor li,
      AgencyId home,
      MatterId id,
      MatterId other,
      IncidentView seen,
      List<AssignmentId> cars,
      Instant t) {
    AssignmentId car = cars.isEmpty() ? null : cars.get(random.nextInt(cars.size()));
    switch (what) {
      case 0 -> {
        AssignmentId fresh = AssignmentId.next();
        spine.tell(id, Spine.sent(fresh, "巡" + cars.size(), home, t));
        cars.add(fresh);
      }
      case 1 -> spine.edit(li, id, new Edit.Close(seen.version(), "HANDLED", null));
      case 2 -> spine.edit(li, id, new Edit.Reopen(seen.version(), "再查"));
      case 3 -> spine.edit(li, id, new Edit.Merge(seen.version(), other, "同一起"));
      case 4 -> spine.edit(li, id, new Edit.Unmerge(seen.version(), "不是"));
      case 5 -> tell(car, c -> new Progress.Arrived(c, t, t, Spine.line("到场")), id);
      case 6 -> tell(car, c -> new Progress.FedBack(c, null, t, t, Spine.line("反馈")), id);
      case 7 -> tell(car, c -> new Progress.Cleared(c, t, t, Spine.line("完毕")), id);
      default -> tell(car, c -> new Progress.Withdrawn(c, t, t, Spine.line("撤回")), id);
    }
  }

  private void tell(
      @org.jspecify.annotations.Nullable AssignmentId car,
      java.util.function.Function<AssignmentId, Progress> fact,
      MatterId id) {
    if (car != null) {
      spine.tell(id, fact.apply(car));
    }
  }
}
