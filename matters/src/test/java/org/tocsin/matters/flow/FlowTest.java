package org.tocsin.matters.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.matters.flow.People.CITY;
import static org.tocsin.matters.flow.People.EAST;
import static org.tocsin.matters.flow.People.EAST_1;
import static org.tocsin.matters.flow.People.FLOW;
import static org.tocsin.matters.flow.People.WEST;
import static org.tocsin.matters.flow.People.act;
import static org.tocsin.matters.flow.People.at;
import static org.tocsin.matters.flow.People.map;
import static org.tocsin.matters.flow.People.who;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.check.Sample;
import org.tocsin.matters.flow.Decision.Allowed;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Decision.Rejected;

/** A hazard notice from raising to closing, with the wrong people trying on the way. */
class FlowTest {
  private static final MatterKind KIND = Sample.kind();
  private static final Who INSPECTOR = who(1, EAST_1, "station-officer");
  private static final Who COLLEAGUE = who(2, EAST_1, "station-officer");
  private static final Who THIRD = who(3, EAST_1, "station-officer");
  private static final Who DISTRICT = who(4, EAST, "station-officer", "supervisor");
  private static final Who ELSEWHERE = who(5, WEST, "station-officer");

  // A Monday.
  private Instant now = at("2026-03-02T10:00");
  private MatterState state = raise();

  private static Map<String, Object> form() {
    return map(
        "company", map("text", "青澜商贸"),
        "phone", "13812345678",
        "place", map("lat", 31.2, "lon", 121.4, "text", "仓库"),
        "grade", "minor",
        "hazards", List.of(map("what", "通道堵塞", "basis", "消防法28条")));
  }

  private MatterState raise() {
    return allowed(
        FLOW.raise(
            KIND, new Raising(EAST_1, EAST_1, form(), Map.of(ProofKind.PHOTO, 1)), INSPECTOR, now));
  }

  private static MatterState allowed(Decision decision) {
    assertThat(decision).isInstanceOf(Allowed.class);
    return ((Allowed) decision).next();
  }

  private static Refusal refusal(Decision decision) {
    assertThat(decision).isInstanceOf(Rejected.class);
    return ((Rejected) decision).refusal();
  }

  private Decision decide(Act act, Who who) {
    return FLOW.decide(KIND, state, act, who, now);
  }

  private void done(Act act, Who who) {
    state = allowed(decide(act, who));
  }

  private static Act serve(String deadline) {
    return act("serve", map("deadline", deadline), ProofKind.SIGNATURE);
  }

  private static Act pass() {
    return act("pass", map("findings", "已整改"), ProofKind.PLACE_TIME);
  }

  @Test
  void goesFromRaisingToClosing() {
    assertThat(state.state()).isEqualTo("found");
    done(serve("2026-03-20"), INSPECTOR);
    assertThat(state.clock("serve").orElseThrow().status()).isEqualTo(ClockState.Status.MET);
    assertThat(state.clock("rectify").orElseThrow().run().dueAt(People.CALENDAR))
        .contains(at("2026-03-21T00:00"));
    now = at("2026-03-10T09:00");
    done(act("report", map(), ProofKind.PHOTO), COLLEAGUE);
    done(pass(), THIRD);
    assertThat(state.state()).isEqualTo("closed");
    assertThat(state.clocks()).noneMatch(ClockState::isLive);
    assertThat(state.deeds())
        .extracting(Deed::transition)
        .containsExactly("raise", "serve", "report", "pass");
    assertThat(state.proofs()).containsEntry(ProofKind.PHOTO, 2);
  }

  @Test
  void wrongPeopleAreRefusedEachForTheirReason() {
    done(serve("2026-03-20"), INSPECTOR);
    done(act("report", map(), ProofKind.PHOTO), COLLEAGUE);
    assertThat(refusal(decide(pass(), COLLEAGUE))).isEqualTo(Refusal.SAME_PERSON);
    assertThat(refusal(decide(pass(), INSPECTOR))).isEqualTo(Refusal.SAME_PERSON);
    assertThat(refusal(decide(pass(), who(9, EAST_1, "call-taker")))).isEqualTo(Refusal.ROLE);
    assertThat(refusal(decide(pass(), ELSEWHERE))).isEqualTo(Refusal.AGENCY);
    assertThat(refusal(decide(serve("2026-03-20"), THIRD))).isEqualTo(Refusal.NOT_FROM_STATE);
    assertThat(refusal(decide(Act.of("overdue"), THIRD))).isEqualTo(Refusal.NOT_FROM_STATE);
    assertThat(refusal(decide(Act.of("dance"), THIRD))).isEqualTo(Refusal.NO_SUCH_TRANSITION);
    assertThat(state.state()).isEqualTo("rectified");
  }

  @Test
  void onlyTheClockDoesADefault() {
    done(serve("2026-03-20"), INSPECTOR);
    assertThat(refusal(decide(Act.of("overdue"), DISTRICT))).isEqualTo(Refusal.SYSTEM_ONLY);
    assertThat(refusal(decide(act("report", map(), ProofKind.PHOTO), Who.SYSTEM)))
        .isEqualTo(Refusal.PERSON_ONLY);
  }

  @Test
  void whoStandsAboveIsStrictlyAbove() {
    Act withdraw = new Act("withdraw", Map.of(), Map.of(), "误报", null);
    assertThat(refusal(decide(withdraw, COLLEAGUE))).isEqualTo(Refusal.AGENCY);
    assertThat(refusal(decide(new Act("withdraw", Map.of(), Map.of(), " ", null), DISTRICT)))
        .isEqualTo(Refusal.REASON);
    assertThat(allowed(decide(withdraw, DISTRICT)).state()).isEqualTo("void");
  }

  @Test
  void fieldsAndProofAreAsked() {
    Rejected no = (Rejected) decide(act("serve", map("deadline", "2026-03-01")), INSPECTOR);
    assertThat(no.faults()).containsExactly(new FieldFault("deadline", FieldFault.Why.PAST, ""));
    assertThat(refusal(decide(act("serve", map("deadline", "2026-03-20")), INSPECTOR)))
        .isEqualTo(Refusal.PROOF);
    no = (Rejected) decide(act("serve", map(), ProofKind.SIGNATURE), INSPECTOR);
    assertThat(no.faults())
        .containsExactly(new FieldFault("deadline", FieldFault.Why.REQUIRED, ""));
    assertThat(refusal(decide(new Act("serve", Map.of(), Map.of(), "", WEST), INSPECTOR)))
        .isEqualTo(Refusal.NO_HAND_OVER);
  }

  @Test
  void defaultIsDoneOnceHoweverLate() {
    done(serve("2026-03-20"), INSPECTOR);
    now = at("2026-04-20T08:00");
    assertThat(refusal(decide(act("report", map(), ProofKind.PHOTO), COLLEAGUE)))
        .isEqualTo(Refusal.TIMER_DUE);
    Allowed caught = FLOW.catchUp(KIND, state, now);
    assertThat(caught.next().state()).isEqualTo("penalty");
    assertThat(caught.changes())
        .extracting(c -> c.getClass().getSimpleName())
        .containsExactly("Warned", "Expired", "Stopped", "Moved", "Started");
    Change.Moved moved = (Change.Moved) caught.changes().get(3);
    assertThat(moved.deed()).isEqualTo(new Deed("overdue", null, now));
    assertThat(FLOW.catchUp(KIND, caught.next(), now).changes()).isEmpty();
    assertThat(refusal(FLOW.fire(KIND, caught.next(), "rectify", now)))
        .isEqualTo(Refusal.NOTHING_DUE);
  }

  @Test
  void escalatesUpTheTreeAndNoFurther() {
    now = at("2026-03-20T08:00");
    Allowed caught = FLOW.catchUp(KIND, state, now);
    // Due at the end of Thursday the 5th; two levels stand above a station.
    assertThat(caught.changes())
        .containsExactly(
            new Change.Warned("serve", at("2026-03-06T00:00").minusSeconds(0)),
            new Change.Expired("serve", at("2026-03-06T00:00")),
            new Change.Escalated("serve", 1, at("2026-03-06T00:00")),
            new Change.Escalated("serve", 2, at("2026-03-06T00:00")));
    state = caught.next();
    assertThat(FLOW.nextFiring(KIND, state)).isEmpty();
    done(serve("2026-03-30"), INSPECTOR);
    assertThat(state.clock("serve").orElseThrow().status()).isEqualTo(ClockState.Status.ENDED);
  }

  @Test
  void firingsComeWhenTheyAreDue() {
    assertThat(FLOW.nextFiring(KIND, state))
        .contains(new Firing("serve", Firing.What.WARN, at("2026-03-05T00:00")));
    state = allowed(FLOW.fire(KIND, state, "serve", at("2026-03-05T00:00")));
    assertThat(FLOW.nextFiring(KIND, state))
        .contains(new Firing("serve", Firing.What.EXPIRE, at("2026-03-06T00:00")));
    state = allowed(FLOW.fire(KIND, state, "serve", at("2026-03-06T00:00")));
    state = allowed(FLOW.fire(KIND, state, "serve", at("2026-03-06T00:00")));
    assertThat(FLOW.nextFiring(KIND, state))
        .contains(new Firing("serve", Firing.What.ESCALATE, at("2026-03-07T00:00")));
  }

  @Test
  void pauseStopsTheClockAndEndsAtItsLimit() {
    done(serve("2026-03-20"), INSPECTOR);
    assertThat(refusal(FLOW.pause(KIND, state, "rectify", "停工", null, COLLEAGUE, now)))
        .isEqualTo(Refusal.AGENCY);
    assertThat(refusal(FLOW.pause(KIND, state, "serve", "停工", null, DISTRICT, now)))
        .isEqualTo(Refusal.CLOCK_STATE);
    assertThat(
            refusal(
                FLOW.pause(KIND, state, "rectify", "停工", at("2026-05-01T00:00"), DISTRICT, now)))
        .isEqualTo(Refusal.CLOCK_LIMIT);
    state = allowed(FLOW.pause(KIND, state, "rectify", "停工", null, DISTRICT, now));
    assertThat(state.clock("rectify").orElseThrow().run().dueAt(People.CALENDAR)).isEmpty();
    Firing resume = FLOW.nextFiring(KIND, state).orElseThrow();
    assertThat(resume).isEqualTo(new Firing("rectify", Firing.What.RESUME, at("2026-04-02T00:00")));
    now = at("2026-04-05T00:00");
    assertThat(refusal(decide(act("report", map(), ProofKind.PHOTO), COLLEAGUE)))
        .isEqualTo(Refusal.TIMER_DUE);
    state = FLOW.catchUp(KIND, state, now).next();
    // Thirty-one ends of days were paused (2 March to 1 April, the latter at its very end).
    assertThat(state.clock("rectify").orElseThrow().run().dueAt(People.CALENDAR))
        .contains(at("2026-04-20T00:00"));
    assertThat(refusal(FLOW.pause(KIND, state, "rectify", "再停", null, DISTRICT, now)))
        .as("once only")
        .isEqualTo(Refusal.CLOCK_LIMIT);
  }

  @Test
  void clockLeftWhilePausedEndsItsPause() {
    done(serve("2026-03-20"), INSPECTOR);
    state = allowed(FLOW.pause(KIND, state, "rectify", "停工", null, DISTRICT, now));
    now = at("2026-03-04T10:00");
    done(act("report", map(), ProofKind.PHOTO), COLLEAGUE);
    ClockState left = state.clock("rectify").orElseThrow();
    assertThat(left.status()).isEqualTo(ClockState.Status.MET);
    assertThat(left.run().dueAt(People.CALENDAR)).contains(at("2026-03-22T00:00"));
  }

  @Test
  void extensionNeedsSomebodyAboveAndHasALimit() {
    done(serve("2026-03-20"), INSPECTOR);
    assertThat(refusal(FLOW.extend(KIND, state, "rectify", 10, "难", COLLEAGUE, now)))
        .isEqualTo(Refusal.AGENCY);
    assertThat(refusal(FLOW.extend(KIND, state, "rectify", 31, "难", DISTRICT, now)))
        .isEqualTo(Refusal.CLOCK_LIMIT);
    assertThat(refusal(FLOW.extend(KIND, state, "rectify", 10, " ", DISTRICT, now)))
        .isEqualTo(Refusal.REASON);
    assertThat(refusal(FLOW.extend(KIND, state, "reinspect", 1, "难", DISTRICT, now)))
        .isEqualTo(Refusal.CLOCK_STATE);
    state = allowed(FLOW.extend(KIND, state, "rectify", 10, "难", DISTRICT, now));
    assertThat(state.clock("rectify").orElseThrow().run().dueAt(People.CALENDAR))
        .contains(at("2026-03-31T00:00"));
    assertThat(refusal(FLOW.extend(KIND, state, "rectify", 10, "还难", DISTRICT, now)))
        .isEqualTo(Refusal.CLOCK_LIMIT);
  }

  @Test
  void actsSayWhyNot() {
    List<ActView> acts = FLOW.acts(KIND, state, COLLEAGUE);
    assertThat(acts)
        .extracting(a -> a.transition().code(), a -> a.refusal().map(Rejected::refusal))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("serve", java.util.Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("withdraw", java.util.Optional.of(Refusal.AGENCY)));
  }

  @Test
  void complainedOfIsShutOutOfEverything() {
    MatterKind kind =
        Sample.kind(
            Sample.text()
                .replace(
                    "  deadline:  {",
                    "  against:   {names: 被投诉人 | Complained of, type: officer, subject: true}\n"
                        + "  unit:      {names: 被投诉单位 | Unit, type: agency, subject: true}\n"
                        + "  deadline:  {"));
    Map<String, Object> form = form();
    form.put("against", map("id", People.officer(2).toString(), "text", "某"));
    form.put("unit", map("id", WEST.toString(), "text", "西区"));
    MatterState one =
        allowed(
            FLOW.raise(
                kind, new Raising(EAST_1, CITY, form, Map.of(ProofKind.PHOTO, 1)), INSPECTOR, now));
    assertThat(refusal(FLOW.decide(kind, one, serve("2026-03-20"), COLLEAGUE, now)))
        .isEqualTo(Refusal.SUBJECT);
    assertThat(refusal(FLOW.decide(kind, one, serve("2026-03-20"), ELSEWHERE, now)))
        .isEqualTo(Refusal.SUBJECT);
    assertThat(FLOW.mayHandle(kind, one, COLLEAGUE)).isPresent();
    assertThat(FLOW.mayHandle(kind, one, THIRD)).isEmpty();
    form.put("against", map("id", People.officer(1).toString(), "text", "某"));
    assertThat(
            refusal(
                FLOW.raise(
                    kind,
                    new Raising(EAST_1, CITY, form, Map.of(ProofKind.PHOTO, 1)),
                    INSPECTOR,
                    now)))
        .isEqualTo(Refusal.SUBJECT);
  }

  @Test
  void migratesByTheDeclaredStepAndKeepsItsClock() {
    done(serve("2026-03-20"), INSPECTOR);
    MatterKind next =
        Sample.kind(
            Sample.text()
                .replace("version: 1", "version: 2")
                .replace("served", "issued")
                .replace("migrate: []", "migrate: [{from: 1, states: {served: issued}}]"));
    Allowed moved = FLOW.migrate(next, state, at("2026-03-05T09:00")).orElseThrow();
    assertThat(moved.next().state()).isEqualTo("issued");
    assertThat(moved.next().version()).isEqualTo(2);
    assertThat(moved.next().clock("rectify").orElseThrow().run())
        .isEqualTo(state.clock("rectify").orElseThrow().run());
    assertThat(FLOW.migrate(next, moved.next(), now)).isEmpty();
  }

  @Test
  void migratedMatterCannotCloseOnAWorkersConfirmation() {
    done(serve("2026-03-20"), INSPECTOR);
    done(act("report", map(), ProofKind.PHOTO), COLLEAGUE);
    // The next version calls the work by another name: who did the old one still counts as a
    // worker.
    MatterKind next =
        Sample.kind(
            Sample.text()
                .replace("version: 1", "version: 2")
                .replace("  report:    {", "  announce:  {")
                .replace("migrate: []", "migrate: [{from: 1, states: {}}]"));
    state = FLOW.migrate(next, state, now).orElseThrow().next();
    assertThat(refusal(FLOW.decide(next, state, pass(), COLLEAGUE, now)))
        .isEqualTo(Refusal.SAME_PERSON);
    assertThat(allowed(FLOW.decide(next, state, pass(), THIRD, now)).state()).isEqualTo("closed");
  }
}
