package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.app.dispatch.Whistles;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;

@TocsinTest
@Import(World.class)
class WhistleTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Whistles whistles;

  private AgencyId district = AgencyId.next();
  private Actor station = Actor.system("unset");
  private Actor near = Actor.system("unset");
  private Actor far = Actor.system("unset");

  @BeforeEach
  void agencies() {
    district = world.agency(port, null);
    station = world.officer(world.agency(port, district), "所长");
    near = world.officer(world.agency(port, district), "近处");
    far = world.officer(world.agency(port, district), "远处");
  }

  private WhistleView blow(IncidentView incident) {
    return Acting.as(
        station,
        () ->
            whistles.blow(
                new Whistles.Call(incident.id(), null, "SPECIAL", "持刀，请求特警增援", null), null));
  }

  @Test
  void theNearestAgencyWithTheSpecialtyAnswersAndItsUnitsGo() {
    world.unit(far, "SPECIAL", new Point(37.70, -122.50));
    UnitView team = world.unit(near, "SPECIAL", new Point(37.775, -122.42));
    IncidentView incident = world.incident(station, "ROBBERY", 1);
    WhistleView whistle = blow(incident);
    assertThat(whistle.addressedAgencyId()).isEqualTo(near.agency());
    assertThat(whistle.answerBy()).isEqualTo(whistle.blownAt().plusSeconds(120));
    WhistleView answered =
        Acting.as(near, () -> whistles.answer(whistle.id(), true, null, List.of(team.id()), null));
    assertThat(answered.state()).isEqualTo(WhistleView.State.ACCEPTED);
    assertThat(answered.assignments())
        .extracting(AssignmentView::incidentId)
        .containsExactly(incident.id());
    world.pass(Duration.ofMinutes(10));
    assertThat(Acting.as(station, () -> whistles.get(whistle.id())).steps())
        .extracting(WhistleView.Step::kind)
        .containsExactly("BLOWN", "ACCEPTED");
    assertThatThrownBy(
            () -> Acting.as(near, () -> whistles.answer(whistle.id(), true, null, List.of(), null)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.WHISTLE_ANSWERED));
  }

  @Test
  void unansweredItGoesUpLevelByLevel() {
    world.unit(near, "SPECIAL");
    WhistleView whistle = blow(world.incident(station, "ROBBERY", 1));
    world.pass(Duration.ofSeconds(119));
    assertThat(Acting.as(station, () -> whistles.get(whistle.id())).addressedAgencyId())
        .isEqualTo(near.agency());
    world.pass(Duration.ofSeconds(1));
    assertThat(Acting.as(station, () -> whistles.get(whistle.id())).addressedAgencyId())
        .isEqualTo(district);
    world.pass(Duration.ofSeconds(120));
    WhistleView top = Acting.as(station, () -> whistles.get(whistle.id()));
    assertThat(top.addressedAgencyId()).isEqualTo(world.root());
    assertThat(top.steps())
        .extracting(WhistleView.Step::kind)
        .containsExactly("BLOWN", "ESCALATED", "ESCALATED");
    assertThat(top.answerBy()).isNull();
  }

  @Test
  void aRefusalNeedsAReasonAndStrangersCannotAnswer() {
    world.unit(near, "SPECIAL");
    WhistleView whistle = blow(world.incident(station, "ROBBERY", 1));
    assertThatThrownBy(
            () -> Acting.as(near, () -> whistles.answer(whistle.id(), false, " ", List.of(), null)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> Acting.as(far, () -> whistles.answer(whistle.id(), true, null, List.of(), null)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.NOT_FOUND));
    WhistleView declined =
        Acting.as(near, () -> whistles.answer(whistle.id(), false, "全部出动", List.of(), null));
    assertThat(declined.state()).isEqualTo(WhistleView.State.DECLINED);
    assertThat(declined.answerReason()).isEqualTo("全部出动");
  }

  @Test
  void withoutTheSpecialtyAnywhereTheAgencyAboveAnswers() {
    WhistleView whistle =
        Acting.as(
            station,
            () -> whistles.blow(new Whistles.Call(null, null, "AIRPORT", "help", null), null));
    assertThat(whistle.addressedAgencyId()).isEqualTo(district);
  }
}
