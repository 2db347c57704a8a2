package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** Many at work on the same incidents at the same moment: nothing is lost, nothing hangs. */
@TocsinTest
class TogetherTest {
  @LocalServerPort int port;
  private final Spine spine;
  private AgencyId home = AgencyId.next();
  private Actor li = Actor.system("none");

  @Autowired
  TogetherTest(ApplicationContext app) {
    spine = new Spine(app);
  }

  @BeforeEach
  void people() {
    home = spine.station(port);
    li = spine.officer("李", home, home);
  }

  private static List<String> atOnce(List<Callable<String>> work) throws InterruptedException {
    List<String> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<String> future : pool.invokeAll(work)) {
        try {
          answers.add(future.get());
        } catch (ExecutionException e) {
          answers.add(
              e.getCause() instanceof Problem p ? p.code().name() : String.valueOf(e.getCause()));
        }
      }
    }
    return answers;
  }

  @Test
  void oneCallMakesOneIncidentHoweverManyAcceptIt() throws InterruptedException {
    CallView call = spine.call(li, "13600001111");
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      work.add(
          () -> {
            spine.as(li, () -> spine.incidents.create(Spine.of(call, "FIGHT"), null));
            return "OK";
          });
    }
    List<String> answers = atOnce(work);
    assertThat(answers).filteredOn("OK"::equals).hasSize(1);
    assertThat(answers).filteredOn("CALL_SETTLED"::equals).hasSize(7);
  }

  @Test
  void ofTwoEditsOfOneVersionOneWins() throws InterruptedException {
    IncidentView view = spine.incident(li);
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int priority = 1 + i % 4;
      work.add(
          () -> {
            spine.edit(li, view.id(), new Edit.Classify(view.version(), "BRAWL", priority, null));
            return "OK";
          });
    }
    List<String> answers = atOnce(work);
    assertThat(answers).filteredOn("OK"::equals).hasSize(1);
    assertThat(answers).filteredOn("STALE"::equals).hasSize(5);
  }

  @Test
  void callersAndUnitsAtOnceAreAllKept() throws InterruptedException {
    IncidentView view = spine.incident(li);
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String callSign = "巡" + i;
      work.add(
          () -> {
            CallView call = spine.call(li, "13500001111");
            spine.edit(li, view.id(), new Edit.Join(call.id()));
            AssignmentId car = spine.send(view.id(), callSign, home);
            Instant t = spine.clock.instant();
            spine.tell(view.id(), new Progress.Acknowledged(car, t, t, Spine.line("签收")));
            return "OK";
          });
    }
    assertThat(atOnce(work)).containsOnly("OK");
    IncidentView now = spine.get(li, view.id());
    assertThat(now.callCount()).isEqualTo(13);
    assertThat(now.units()).hasSize(12).extracting("status").containsOnly(TaskStatus.ACKNOWLEDGED);
  }

  @Test
  void crossingMergesEndWithOneCarrier() throws InterruptedException {
    for (int round = 0; round < 5; round++) {
      IncidentView a = spine.incident(li);
      IncidentView b = spine.incident(li);
      List<Callable<String>> work =
          List.of(merge(a, b.id()), merge(b, a.id()), tellArrival(a.id()), tellArrival(b.id()));
      List<String> answers = atOnce(work);
      assertThat(answers.subList(0, 2))
          .contains("OK")
          .containsAnyOf("ILLEGAL_TRANSITION", "INCIDENT_MERGED");
      List<IncidentState> states =
          List.of(spine.get(li, a.id()).state(), spine.get(li, b.id()).state());
      assertThat(states).containsOnlyOnce(IncidentState.MERGED);
    }
  }

  private Callable<String> merge(IncidentView from, MatterId into) {
    return () -> {
      spine.edit(li, from.id(), new Edit.Merge(from.version(), into, "同一起"));
      return "OK";
    };
  }

  private Callable<String> tellArrival(MatterId id) {
    return () -> {
      AssignmentId car = spine.send(id, "巡9", home);
      Instant t = spine.clock.instant();
      spine.tell(id, new Progress.Arrived(car, t, t, Spine.line("到场")));
      return "OK";
    };
  }
}
