package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.intake.CallState;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Place;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;

@TocsinTest
class IncidentTest {
  @LocalServerPort int port;
  private final Spine spine;
  @Autowired JdbcClient jdbc;

  @Autowired
  IncidentTest(ApplicationContext app) {
    spine = new Spine(app);
  }

  private AgencyId home = AgencyId.next();
  private AgencyId other = AgencyId.next();
  private Actor li = Actor.system("none");
  private Actor chen = Actor.system("none");

  @BeforeEach
  void people() {
    home = spine.station(port);
    other = spine.station(port);
    li = spine.officer("李", home, home);
    chen = spine.officer("陈", other, other);
  }

  private Problem refused(ThrowingCall call) {
    return catchThrowableOfType(Problem.class, call::run);
  }

  private interface ThrowingCall {
    void run();
  }

  @Test
  void aCallBecomesAnIncidentWithItsInstants() {
    CallView call = spine.call(li, "+86 138-0000-1234");
    Instant received = call.receivedAt();
    Instant created = spine.pass(Duration.ofSeconds(40));
    IncidentView view = spine.as(li, () -> spine.incidents.create(Spine.of(call, "FIGHT"), null));
    assertThat(view.instants().received()).isEqualTo(received);
    assertThat(view.instants().created()).isEqualTo(created);
    assertThat(view.state()).isEqualTo(IncidentState.CREATED);
    assertThat(view.priority()).isEqualTo(2);
    assertThat(view.agencyId()).isEqualTo(home);
    assertThat(view.calls()).singleElement().extracting("callbackNumber").isEqualTo("138****1234");
    assertThat(spine.as(li, () -> spine.signals.get(call.id())).state())
        .isEqualTo(CallState.ACCEPTED);
    assertThat(view.late()).isEmpty();
    List<TimelineEntry> lines = spine.as(li, () -> spine.incidents.timeline(view.id(), 0, 100));
    assertThat(lines).extracting(TimelineEntry::kind).containsExactly("CREATED");
    assertThat(lines.getFirst().text().zh()).contains("打架", "2 级");
  }

  @Test
  void theSameKeyMakesOneIncident() {
    NewIncident in = Spine.of(null, "NOISE");
    String key = MatterId.next().toString();
    IncidentView first = spine.as(li, () -> spine.incidents.create(in, key));
    IncidentView again = spine.as(li, () -> spine.incidents.create(in, key));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.number()).isEqualTo(first.number());
    Problem other =
        refused(() -> spine.as(li, () -> spine.incidents.create(Spine.of(null, "THEFT"), key)));
    assertThat(other.code()).isEqualTo(ProblemCode.KEY_REUSED);
  }

  @Test
  void unitsMoveItThroughItsStatesAndEachInstantIsStampedOnce() {
    IncidentView view = spine.incident(li);
    MatterId id = view.id();
    Instant t0 = spine.pass(Duration.ofSeconds(30));
    AssignmentId car = spine.send(id, "巡101", home);
    Instant t1 = spine.pass(Duration.ofSeconds(10));
    spine.tell(id, new Progress.Acknowledged(car, t1, t1, Spine.line("签收")));
    Instant t2 = spine.pass(Duration.ofSeconds(200));
    spine.tell(id, new Progress.Arrived(car, t2, t2, Spine.line("到场")));
    // The departure was forgotten and comes late; a second telling of the arrival changes nothing.
    spine.tell(id, new Progress.Departed(car, t1.plusSeconds(20), t2, Spine.line("出警")));
    Instant t3 = spine.pass(Duration.ofSeconds(5));
    IncidentView now = spine.tell(id, new Progress.Arrived(car, t3, t3, Spine.line("到场")));
    assertThat(now.state()).isEqualTo(IncidentState.ON_SCENE);
    assertThat(now.instants().dispatched()).isEqualTo(t0);
    assertThat(now.instants().acknowledged()).isEqualTo(t1);
    assertThat(now.instants().departed()).isEqualTo(t1.plusSeconds(20));
    assertThat(now.instants().arrived()).isEqualTo(t2);
    assertThat(now.late())
        .containsExactly(new IncidentView.Late("departed", t1.plusSeconds(20), t2));
    assertThat(now.units()).singleElement().extracting("status").isEqualTo(TaskStatus.ON_SCENE);
    assertThatThrownBy(
            () ->
                jdbc.sql("update matter.stamp set occurred_at = now() where matter_id = :id")
                    .param("id", id.value())
                    .update())
        .as("no role of the app edits a stamp")
        .hasMessageContaining("matter.stamp");
  }

  @Test
  void closingNeedsAFittingDispositionAndNobodyAtWork() {
    IncidentView view = spine.incident(li);
    MatterId id = view.id();
    AssignmentId car = spine.send(id, "巡102", home);
    long v = view.version();
    Problem busy = refused(() -> spine.edit(li, id, new Edit.Close(v, "HANDLED", null)));
    assertThat(busy.code()).isEqualTo(ProblemCode.UNITS_ACTIVE);
    assertThat(busy.args()).contains("巡102");
    Instant t = spine.pass(Duration.ofSeconds(60));
    spine.tell(id, new Progress.FedBack(car, null, t, t, Spine.line("已调解")));
    spine.tell(id, new Progress.Cleared(car, t, t, Spine.line("处警完毕")));
    Problem unfit = refused(() -> spine.edit(li, id, new Edit.Close(v, "MEDICAL-EXAMINER", null)));
    assertThat(unfit.code()).isEqualTo(ProblemCode.DISPOSITION_NOT_ALLOWED);
    Problem unknown = refused(() -> spine.edit(li, id, new Edit.Close(v, "NO-SUCH", null)));
    assertThat(unknown.code()).isEqualTo(ProblemCode.INVALID);
    IncidentView closed = spine.edit(li, id, new Edit.Close(v, "MEDIATED", "双方和解"));
    assertThat(closed.state()).isEqualTo(IncidentState.CLOSED);
    assertThat(closed.disposition()).extracting("code").isEqualTo("MEDIATED");
    Problem twice =
        refused(() -> spine.edit(li, id, new Edit.Close(closed.version(), "MEDIATED", null)));
    assertThat(twice.code()).isEqualTo(ProblemCode.ILLEGAL_TRANSITION);
    Problem dispatched =
        refused(() -> spine.tell(id, Spine.sent(AssignmentId.next(), "巡103", home, t)));
    assertThat(dispatched.code()).isEqualTo(ProblemCode.ILLEGAL_TRANSITION);
  }

  @Test
  void aReopenedIncidentKeepsItsHistoryAndBeginsANewRound() {
    IncidentView view = spine.incident(li);
    MatterId id = view.id();
    AssignmentId car = spine.send(id, "巡104", home);
    Instant t = spine.pass(Duration.ofSeconds(60));
    spine.tell(id, new Progress.FedBack(car, null, t, t, Spine.line("反馈")));
    spine.tell(id, new Progress.Cleared(car, t, t, Spine.line("完毕")));
    IncidentView closed = spine.edit(li, id, new Edit.MarkNuisance(view.version(), "谎报"));
    assertThat(closed.nuisance()).isTrue();
    IncidentView open = spine.edit(li, id, new Edit.Reopen(closed.version(), "查证属实"));
    assertThat(open.state()).isEqualTo(IncidentState.CREATED);
    assertThat(open.nuisance()).isFalse();
    assertThat(open.disposition()).isNull();
    assertThat(open.instants().fedBack()).isEqualTo(t);
    spine.send(id, "巡105", home);
    assertThat(spine.get(li, id).state()).isEqualTo(IncidentState.DISPATCHED);
    assertThat(
            jdbc.sql("select count(*) from matter.closing where matter_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(spine.as(li, () -> spine.incidents.timeline(id, 0, 100)))
        .extracting(TimelineEntry::kind)
        .contains("NUISANCE", "REOPENED");
  }

  @Test
  void twoPeopleAtOnceTheSecondIsToldWhoAndWhen() {
    IncidentView view = spine.incident(li);
    Actor wang = spine.officer("王", home, home);
    long seen = view.version();
    spine.edit(wang, view.id(), new Edit.Classify(seen, "BRAWL", 1, "人多"));
    Problem stale =
        refused(() -> spine.edit(li, view.id(), new Edit.Classify(seen, "NOISE", 4, null)));
    assertThat(stale.code()).isEqualTo(ProblemCode.STALE);
    assertThat(stale.extras()).containsEntry("changedBy", "王").containsKey("changedAt");
    assertThat(spine.get(li, view.id()).typeCode()).isEqualTo("BRAWL");
  }

  @Test
  void whatUnitsReportMakesNoEditStale() {
    IncidentView view = spine.incident(li);
    spine.send(view.id(), "巡106", home);
    IncidentView edited =
        spine.edit(li, view.id(), new Edit.Classify(view.version(), "BRAWL", 1, null));
    assertThat(edited.typeCode()).isEqualTo("BRAWL");
    assertThat(edited.units()).hasSize(1);
  }

  @Test
  void anotherAgencySeesNothingUntilItIsInvolved() {
    IncidentView view = spine.incident(li);
    MatterId id = view.id();
    assertThat(refused(() -> spine.get(chen, id)).code()).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(refused(() -> spine.as(chen, () -> spine.incidents.timeline(id, 0, 10))).code())
        .isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(spine.as(chen, () -> spine.incidents.list(IncidentQuery.open(200))).items())
        .isEmpty();
    Likely.Asked here =
        new Likely.Asked(Spine.LAT, Spine.LON, "FIGHT", null, null, spine.clock.instant());
    assertThat(spine.as(chen, () -> spine.incidents.likely(here))).isEmpty();
    assertThat(spine.as(li, () -> spine.incidents.likely(here))).hasSize(1);
    assertThat(refused(() -> spine.edit(chen, id, new Edit.Note("看看"))).code())
        .isEqualTo(ProblemCode.NOT_FOUND);
    spine.send(id, "援201", other);
    assertThat(spine.get(chen, id).number()).isEqualTo(view.number());
    spine.edit(chen, id, new Edit.Note("增援已在路上"));
    Problem command =
        refused(() -> spine.edit(chen, id, new Edit.Classify(Desk.LATEST, "NOISE", 4, null)));
    assertThat(command.code()).isEqualTo(ProblemCode.OUT_OF_SCOPE);
  }

  /** A version that nobody can have surpassed. */
  private static final class Desk {
    static final long LATEST = Long.MAX_VALUE;
  }

  @Test
  void aHandoverNeedsAcceptance() {
    IncidentView view = spine.incident(li);
    MatterId id = view.id();
    IncidentView offered =
        spine.edit(li, id, new Edit.OfferHandover(view.version(), other, "辖区在贵所"));
    assertThat(offered.agencyId()).isEqualTo(home);
    assertThat(offered.handover()).extracting("toAgencyId").isEqualTo(other);
    assertThat(spine.get(chen, id).handover()).isNotNull();
    assertThat(
            refused(() -> spine.edit(li, id, new Edit.Close(offered.version(), "HANDLED", null)))
                .code())
        .isEqualTo(ProblemCode.HANDOVER_PENDING);
    assertThat(refused(() -> spine.edit(li, id, new Edit.AcceptHandover())).code())
        .as("nobody accepts for the other side")
        .isEqualTo(ProblemCode.OUT_OF_SCOPE);
    spine.edit(chen, id, new Edit.DeclineHandover("不在我所辖区"));
    assertThat(refused(() -> spine.get(chen, id)).code()).isEqualTo(ProblemCode.NOT_FOUND);
    IncidentView again =
        spine.edit(li, id, new Edit.OfferHandover(spine.get(li, id).version(), other, "已核实"));
    assertThat(again.handover()).isNotNull();
    IncidentView taken = spine.edit(chen, id, new Edit.AcceptHandover());
    assertThat(taken.agencyId()).isEqualTo(other);
    assertThat(taken.handover()).isNull();
    assertThat(spine.get(li, id).agencyId()).as("the former owner still sees it").isEqualTo(other);
    assertThat(spine.as(li, () -> spine.incidents.timeline(id, 0, 100)))
        .extracting(TimelineEntry::kind)
        .containsExactly(
            "CREATED",
            "HANDOVER_OFFERED",
            "HANDOVER_DECLINED",
            "HANDOVER_OFFERED",
            "HANDOVER_ACCEPTED");
  }

  @Test
  void badInputIsRefusedInWords() {
    NewIncident good = Spine.of(null, "FIGHT");
    NewIncident unknown = Spine.of(null, "NO-SUCH-TYPE");
    assertThat(refused(() -> spine.as(li, () -> spine.incidents.create(unknown, null))).fields())
        .singleElement()
        .extracting("field", "code")
        .containsExactly("typeCode", "unknown");
    NewIncident huge = with(good, good.place(), "长".repeat(9_000), Map.of());
    assertThat(refused(() -> spine.as(li, () -> spine.incidents.create(huge, null))).code())
        .isEqualTo(ProblemCode.TOO_LARGE);
    NewIncident nowhere = with(good, new Place("x", 95, 10, null, null), "", Map.of());
    assertThat(refused(() -> spine.as(li, () -> spine.incidents.create(nowhere, null))).fields())
        .singleElement()
        .extracting("field")
        .isEqualTo("place.lat");
    NewIncident oddAnswer = with(good, good.place(), "", Map.of("WEAPON", "SPOON"));
    assertThat(refused(() -> spine.as(li, () -> spine.incidents.create(oddAnswer, null))).fields())
        .singleElement()
        .extracting("field")
        .isEqualTo("answers.WEAPON");
    NewIncident armed = with(good, good.place(), "", Map.of("WEAPON", "BLADE"));
    assertThat(spine.as(li, () -> spine.incidents.create(armed, null)).priority())
        .as("the answer raises the priority")
        .isEqualTo(1);
  }

  private static NewIncident with(
      NewIncident in,
      @org.jspecify.annotations.Nullable Place place,
      String narrative,
      Map<String, String> answers) {
    return new NewIncident(
        null, in.typeCode(), null, in.addressText(), place, narrative, answers, null);
  }

  @Test
  void wordsOfNumberAddressAndNarrativeFindIt() {
    AgencyId quiet = spine.station(port);
    Actor zhao = spine.officer("赵", quiet, quiet);
    IncidentView view = spine.incident(zhao);
    spine.edit(zhao, view.id(), new Edit.Relocate(view.version(), "兰州市城关区庆阳路 Grove St 9", null));
    for (String q :
        List.of("庆阳", "城关区", view.number(), view.number().substring(0, 11), "gro", "打架 庆阳路")) {
      assertThat(spine.as(zhao, () -> spine.incidents.list(search(q))).items()).as(q).hasSize(1);
    }
    for (String q : List.of("阳庆", "天水路", "!!", "'; drop table matter.matter --")) {
      assertThat(spine.as(zhao, () -> spine.incidents.list(search(q))).items()).as(q).isEmpty();
    }
  }

  private static IncidentQuery search(String q) {
    return new IncidentQuery(IncidentQuery.Which.ALL, q, null, null, null, null, null, 10);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    AgencyId quiet = spine.station(port);
    Actor zhao = spine.officer("赵", quiet, quiet);
    for (int i = 0; i < 7; i++) {
      spine.incident(zhao);
    }
    java.util.Set<MatterId> seen = new java.util.HashSet<>();
    MatterId after = null;
    int pages = 0;
    do {
      MatterId from = after;
      var page =
          spine.as(
              zhao,
              () ->
                  spine.incidents.list(
                      new IncidentQuery(
                          IncidentQuery.Which.OPEN, null, null, null, null, null, from, 3)));
      page.items().forEach(v -> assertThat(seen.add(v.id())).isTrue());
      String next = page.next();
      after = next == null ? null : MatterId.of(next);
      pages++;
    } while (after != null);
    assertThat(seen).hasSize(7);
    assertThat(pages).isEqualTo(3);
  }
}
