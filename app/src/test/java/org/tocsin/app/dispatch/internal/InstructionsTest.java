package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.dispatch.InstructionView;
import org.tocsin.app.dispatch.InstructionView.RollUp;
import org.tocsin.app.dispatch.Instructions;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;

/** Over a tree of three levels; {@link FourLevelsTest} runs the same over four. */
@TocsinTest
@Import(World.class)
class InstructionsTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Instructions instructions;
  @Autowired Alerts alerts;

  /** The agency that issues; its children and theirs are made by the test. */
  AgencyId top() {
    world.agency(port, null);
    return world.root();
  }

  private Actor officer(AgencyId agency) {
    return world.officer(agency, "officer of " + agency);
  }

  private InstructionView issue(Actor from, Instant due, AgencyId... to) {
    return Acting.as(
        from,
        () ->
            instructions.issue(
                new Instructions.Draft(List.of(to), "清查旅馆", null, "情报 17", due, true), null, null));
  }

  private static void refused(
      ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  @Test
  void itCascadesDownAndReceiptsAndResultsRollUp() {
    AgencyId top = top();
    AgencyId county = world.agency(port, top);
    Actor other = officer(world.agency(port, top));
    Actor first = officer(world.agency(port, county));
    Actor second = officer(world.agency(port, county));
    Actor district = officer(county);
    Actor chief = officer(top);
    Instant due = world.now().plus(Duration.ofHours(2));
    InstructionView root = issue(chief, due, agency(district), agency(other));
    assertThat(root.rollUp()).isEqualTo(new RollUp(2, 0, 0, 0));

    InstructionView passed =
        Acting.as(
            district,
            () ->
                instructions.cascade(
                    root.id(),
                    List.of(agency(first), agency(second)),
                    "各所清查",
                    due.minusSeconds(600),
                    null,
                    null));
    InstructionView below = passed.addressees().getFirst().cascaded().getFirst();
    assertThat(read(chief, root).rollUp()).isEqualTo(new RollUp(4, 1, 0, 0));

    Acting.as(first, () -> instructions.receive(below.id(), null));
    Acting.as(first, () -> instructions.complete(below.id(), "查 12 家", null, null));
    assertThat(read(chief, root).rollUp()).isEqualTo(new RollUp(4, 2, 1, 0));
    refused(
        ProblemCode.INSTRUCTION_OPEN_BELOW,
        () -> Acting.as(district, () -> instructions.complete(root.id(), "完成", null, null)));
    Acting.as(second, () -> instructions.complete(below.id(), "查 9 家", null, null));
    Acting.as(district, () -> instructions.complete(root.id(), "共 21 家", null, null));
    assertThat(read(chief, root).rollUp()).isEqualTo(new RollUp(4, 3, 3, 0));

    world.pass(Duration.ofHours(2).plusSeconds(1));
    assertThat(read(chief, root).rollUp()).isEqualTo(new RollUp(4, 3, 3, 1));
    assertThat(Acting.as(chief, () -> alerts.open(null, 200)).items())
        .filteredOn(a -> a.kind() == AlertView.Kind.INSTRUCTION_OVERDUE)
        .filteredOn(a -> root.id().equals(a.instructionId()))
        .hasSize(1);
    Acting.as(other, () -> instructions.complete(root.id(), "迟报", null, null));
    assertThat(read(chief, root).rollUp()).isEqualTo(new RollUp(4, 4, 4, 0));
  }

  private InstructionView read(Actor actor, InstructionView of) {
    return Acting.as(actor, () -> instructions.get(of.id()));
  }

  private static AgencyId agency(Actor actor) {
    return java.util.Objects.requireNonNull(actor.agency());
  }

  @Test
  void nobodyInstructsUpwardsOrSidewaysOrSeesOtherBranches() {
    AgencyId top = top();
    Actor district = officer(world.agency(port, top));
    Actor other = officer(world.agency(port, top));
    Actor chief = officer(top);
    Instant due = world.now().plus(Duration.ofHours(2));
    refused(ProblemCode.OUT_OF_SCOPE, () -> issue(district, due, agency(chief)));
    refused(ProblemCode.OUT_OF_SCOPE, () -> issue(district, due, agency(other)));
    refused(ProblemCode.OUT_OF_SCOPE, () -> issue(district, due, agency(district)));
    InstructionView root = issue(chief, due, agency(district), agency(other));
    assertThat(read(district, root).addressees())
        .extracting(InstructionView.Addressee::agencyId)
        .containsExactly(agency(district));
    InstructionView own = issue(chief, due, agency(district));
    refused(ProblemCode.NOT_FOUND, () -> read(other, own));
    refused(
        ProblemCode.INVALID,
        () ->
            Acting.as(
                district,
                () ->
                    instructions.cascade(
                        own.id(),
                        List.of(world.agency(port, agency(district))),
                        "too late",
                        due.plusSeconds(1),
                        null,
                        null)));
  }
}
