package org.tocsin.app.matter.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.app.matter.internal.loop.Works.path;

import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.matter.KindProposals;
import org.tocsin.app.matter.MatterKinds;
import org.tocsin.app.matter.internal.loop.Works.Seat;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import tools.jackson.databind.JsonNode;

/** A kind is changed by two people, proved and tried first, and gone back from the same way. */
@StaffTest
@Import(Works.class)
class ProposalTest {
  private static final String KIND = "test-changing";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Works works;
  @Autowired KindProposals proposals;
  @Autowired MatterKinds kinds;

  private Actor first = administrator();
  private Actor second = administrator();
  private Seat officer =
      new Seat(new People.Person(OfficerId.next(), ""), new org.tocsin.app.staff.Http(0), 0);

  private static Actor administrator() {
    return new Actor(
        ActorKind.OFFICER,
        OfficerId.next().toString(),
        "管理员",
        AgencyId.next(),
        Scope.all(),
        EnumSet.of(Permission.KIND_MANAGE),
        "test",
        null);
  }

  @BeforeEach
  void station() {
    works.declare();
    AgencyId station = people.agency(people.root().id(), "派出所").id();
    officer = Works.seat(people, port, station, "station-officer");
  }

  private static String yaml(int version, String more) {
    return Works.yaml()
        .replace("kind: test-hazard", "kind: " + KIND)
        .replace("kinds: [test-hazard]", "kinds: [" + KIND + "]")
        .replace("number: 试改", "number: 变改")
        .replace("version: 1", "version: " + version + "\n" + more);
  }

  private <T> T as(Actor actor, Supplier<T> work) {
    return Acting.as(actor, work);
  }

  private KindProposal propose(String yaml) {
    return as(first, () -> proposals.propose(yaml, "试行", false, null));
  }

  private static java.util.UUID id(KindProposal p) {
    return java.util.Objects.requireNonNull(p.id()).value();
  }

  @Test
  void defectsComeBackWithTheirPlaceAndAreNotKept() {
    String bad = yaml(1, "").replace("not: [workers, raiser]", "not: [raiser]");
    KindProposal refused = propose(bad);
    assertThat(refused.state()).isEqualTo(KindProposal.State.REFUSED);
    assertThat(refused.id()).isNull();
    assertThat(refused.defects().getFirst().line()).isGreaterThan(1);
    assertThat(refused.defects().getFirst().path()).isNotEmpty();
    assertThatThrownBy(
            () -> Acting.as(officerWithout(), () -> proposals.propose(bad, "x", false, null)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.FORBIDDEN));
  }

  private static Actor officerWithout() {
    Actor a = administrator();
    return new Actor(
        a.kind(),
        a.id(),
        a.name(),
        a.agency(),
        a.scope(),
        EnumSet.of(Permission.MATTER_READ),
        "t",
        null);
  }

  @Test
  void twoPeopleChangeAKindAndRunningMattersFinishOrMove() {
    KindProposal p = propose(yaml(1, ""));
    assertThat(p.state()).isEqualTo(KindProposal.State.PROPOSED);
    var pid = new org.tocsin.app.matter.KindProposalId(id(p));
    assertThatThrownBy(() -> propose(yaml(1, "")))
        .isInstanceOfSatisfying(
            Problem.class, x -> assertThat(x.code()).isEqualTo(ProblemCode.KIND_PROPOSAL_OPEN));
    assertThatThrownBy(() -> as(first, () -> proposals.approve(pid, null, null)))
        .isInstanceOfSatisfying(
            Problem.class, x -> assertThat(x.code()).isEqualTo(ProblemCode.OWN_WORK));
    assertThat(as(second, () -> proposals.approve(pid, "同意", null)).state())
        .isEqualTo(KindProposal.State.APPROVED);
    assertThatThrownBy(() -> as(second, () -> proposals.approve(pid, null, null)))
        .isInstanceOfSatisfying(
            Problem.class, x -> assertThat(x.code()).isEqualTo(ProblemCode.KIND_PROPOSAL_OVER));

    var body = officer.raising();
    body.put("kind", KIND);
    JsonNode m = officer.post("/api/matters", body).body();
    assertThat(m.path("kindVersion").asInt()).isEqualTo(1);
    works.pass(port, Duration.ofHours(30));

    // Tighter: what took thirty hours would have been late.
    String tighter =
        yaml(2, "migrate: [{from: 1, states: {found: found}}]")
            .replace("term: {hours: 72}, warn: {hours: 24}", "term: {hours: 24}, warn: {hours: 2}");
    KindProposal tried = as(first, () -> proposals.propose(tighter, "", true, null));
    assertThat(tried.state()).isEqualTo(KindProposal.State.CHECKED);
    KindProposal.Trial trial = java.util.Objects.requireNonNull(tried.trial());
    assertThat(trial.lateBefore()).isZero();
    assertThat(trial.late()).extracting(KindProposal.Late::clock).containsExactly("serve");
    assertThat(trial.migrating()).isEqualTo(1);

    KindProposal change = propose(tighter);
    as(
        second,
        () -> proposals.approve(new org.tocsin.app.matter.KindProposalId(id(change)), null, null));
    assertThat(as(first, () -> kinds.versions(KIND)).getFirst().current()).isTrue();
    assertThatThrownBy(() -> propose(yaml(2, "")))
        .isInstanceOfSatisfying(
            Problem.class, x -> assertThat(x.code()).isEqualTo(ProblemCode.KIND_VERSION));
    migrate();
    assertThat(officer.matter(m).path("kindVersion").asInt()).isEqualTo(2);

    KindProposal back = as(first, () -> proposals.rollBack(KIND, 1, "太紧", null));
    as(
        second,
        () -> proposals.approve(new org.tocsin.app.matter.KindProposalId(id(back)), null, null));
    body = officer.raising();
    body.put("kind", KIND);
    assertThat(officer.post("/api/matters", body).body().path("kindVersion").asInt()).isEqualTo(1);
    assertThat(officer.get(path(m)).body().path("kindVersion").asInt())
        .as("a running matter stays on its version")
        .isEqualTo(2);
  }

  @Autowired Migrator migrator;
  @Autowired org.tocsin.kernel.InstanceClock clock;

  private void migrate() {
    Acting.run(Actor.system("clock"), () -> migrator.some(clock.instant()));
  }
}
