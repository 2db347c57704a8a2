package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.foundation.Packs.PackException;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PackTest {
  static <T> T read(String name, Class<T> type) {
    try (InputStream in = PackTest.class.getResourceAsStream("/packs/" + name)) {
      return YAMLMapper.builder().build().readValue(in, type);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static AssignmentStates states() {
    return new AssignmentStates(read(AssignmentStates.FILE, AssignmentStates.File.class));
  }

  @Test
  void everyLaterStepMayBeReportedAndNoEarlierOne() {
    AssignmentStates states = states();
    for (AssignmentStatus from : AssignmentStatus.values()) {
      for (AssignmentStatus to : AssignmentStatus.values()) {
        assertThat(states.allows(from, to))
            .as("%s → %s", from, to)
            .isEqualTo(from.active() && to.compareTo(from) > 0);
      }
    }
  }

  @Test
  void aTableWithoutExitOrWithAnUnknownStateKeepsTheInstanceFromStarting() {
    AssignmentStates.File good = read(AssignmentStates.FILE, AssignmentStates.File.class);
    Map<String, Map<String, String>> cut = new java.util.HashMap<>(good.transitions());
    cut.put("AT_DESTINATION", Map.of());
    assertThatThrownBy(
            () -> new AssignmentStates(new AssignmentStates.File("DISPATCHED", good.states(), cut)))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("AT_DESTINATION has no way to a closed state");
    Map<String, Map<String, String>> wrong = new java.util.HashMap<>(good.transitions());
    wrong.put("ON_SCENE", Map.of("CLEAR", "DONE"));
    assertThatThrownBy(
            () ->
                new AssignmentStates(new AssignmentStates.File("DISPATCHED", good.states(), wrong)))
        .hasMessageContaining("state DONE is not declared");
  }

  @Test
  void everyIncidentTypeAndPriorityHasARunCardOfItsOwn() {
    UnitTypes types = new UnitTypes(read(UnitTypes.FILE, UnitTypes.File.class));
    RunCards cards = new RunCards(read(RunCards.FILE, RunCards.File.class), types);
    for (int priority = 1; priority <= 4; priority++) {
      assertThat(cards.lines("MEDICAL", "MEDICAL", priority)).isNotEmpty();
      assertThat(cards.lines(null, "NEVER-HEARD-OF", priority)).isNotEmpty();
      assertThat(cards.lines("NO-SUCH-CARD", "BURGLARY", priority).getFirst().need())
          .contains("STATION-TEAM");
    }
  }

  @Test
  void aRunCardWithAnUnknownUnitTypeIsRefused() {
    UnitTypes types =
        new UnitTypes(new UnitTypes.File(List.of(new UnitTypes.UnitType("A", "甲", "A", false))));
    RunCards.File bad =
        new RunCards.File(
            List.of(
                new RunCards.Card(
                    "DEFAULT",
                    List.of(),
                    List.of(
                        new RunCards.Level(List.of(1, 1), List.of(RunCards.Line.of(1, "B")))))));
    assertThatThrownBy(() -> new RunCards(bad, types))
        .hasMessageContaining("no unit type B")
        .hasMessageContaining("priority 1 is wrong or double");
  }

  @Test
  void timersGoByTypeAndPriority() {
    TimerRules rules = new TimerRules(read(TimerRules.FILE, TimerRules.File.class));
    assertThat(rules.after(Kind.NOT_ACKNOWLEDGED, "THEFT", 1, null))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(rules.after(Kind.NOT_ACKNOWLEDGED, "THEFT", 4, null))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(rules.after(Kind.NO_FEEDBACK, "THEFT", 1, null)).isEqualTo(Duration.ofMinutes(30));
    assertThat(rules.after(Kind.NO_FEEDBACK, "MEDICAL", 1, null)).isNull();
    assertThat(rules.after(Kind.NOT_ARRIVED, "THEFT", 1, 200)).isEqualTo(Duration.ofSeconds(420));
    assertThat(rules.after(Kind.NOT_ARRIVED, "THEFT", 1, null)).isEqualTo(Duration.ofSeconds(900));
  }
}
