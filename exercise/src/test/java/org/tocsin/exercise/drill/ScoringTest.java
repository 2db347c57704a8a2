package org.tocsin.exercise.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.exercise.feed.FeedException;

class ScoringTest {
  private static final Instant START = Instant.parse("2026-03-06T11:00:00Z");
  private static final Scenario SCENARIO =
      new Scenario(
          "t",
          new Words("试", "test"),
          null,
          10,
          15,
          60,
          List.of(
              new Scenario.Wanted(
                  "a", new Words("甲", "A"), List.of("FIGHT"), 2, 90, 600, Map.of("PATROL", 2)),
              new Scenario.Wanted(
                  "b", new Words("乙", "B"), List.of("NOISE"), 4, 90, null, Map.of())),
          List.of(
              new Scenario.Inject("0:00", "a", null, "x", "10000000001", "…"),
              new Scenario.Inject("0:30", "a", null, "y", "10000000002", "…"),
              new Scenario.Inject("1:00", null, null, "", "10000000003", "…"),
              new Scenario.Inject("2:00", "b", null, "z", "10000000004", "…")));

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }

  private static Facts.Call call(
      int received, @Nullable Integer answered, String state, @Nullable String incident) {
    return new Facts.Call(
        "c", state, at(received), answered == null ? null : at(answered), "林接警", incident);
  }

  private static List<String> said(Facts facts) {
    return Scoring.of(SCENARIO, facts).stream()
        .map(
            l ->
                (l.met() ? "+ " : "- ")
                    + l.subject().en()
                    + ": "
                    + l.wish().en()
                    + " = "
                    + l.result().en())
        .toList();
  }

  @Test
  void everyWishIsOneLineAndWhatWasMissedSaysSo() {
    Facts.Order first =
        new Facts.Order("巡101", "PATROL", "周调度", at(80), at(100), at(110), at(300), null);
    Facts.Order late = new Facts.Order("巡102", "PATROL", "周调度", at(120), at(200), null, null, null);
    Facts facts =
        new Facts(
            Map.of(
                0, call(0, 9, "ACCEPTED", "I"),
                1, call(30, 50, "ACCEPTED", "J"),
                2, call(60, 62, "NUISANCE", null)),
            Map.of(
                "I",
                    new Facts.Incident(
                        "1", "FIGHT", 3, true, null, List.of(first, late), List.of()),
                "J", new Facts.Incident("2", "FIGHT", 2, true, null, List.of(), List.of())));
    assertThat(said(facts))
        .containsExactly(
            "+ Call 1 (0:00): answered within 15 s = 9 s, 林接警",
            "- Call 2 (0:30): answered within 15 s = 20 s, 林接警",
            "+ Call 3 (1:00): answered within 15 s = 2 s, 林接警",
            "+ Call 3 (1:00): judged a nuisance = NUISANCE",
            "- Call 4 (2:00): answered within 15 s = nobody answered",
            "+ A: an incident was made = 1",
            "- A: all calls in one incident = 1 of 2",
            "+ A: type FIGHT = FIGHT",
            "- A: priority 2 or more urgent = 3",
            "+ A: located = yes",
            "+ A: ordered within 90 s = 80 s",
            "+ A: 2 PATROL sent = 2",
            "+ A · 巡101: acknowledged within 60 s = 20 s",
            "- A · 巡102: acknowledged within 60 s = 80 s",
            "+ A: first unit on scene within 600 s = 300 s",
            "- B: an incident was made = none was made");
  }

  @Test
  void theSheetSaysTheSameInBothLanguagesAndForPrograms() {
    Facts facts = new Facts(Map.of(), Map.of());
    ScoreSheet sheet =
        new ScoreSheet(SCENARIO, "e", START, at(600), facts, Scoring.of(SCENARIO, facts));
    assertThat(sheet.markdown(Locale.CHINESE))
        .contains("演练评分表：试")
        .contains("不计入真实统计")
        .contains("无人接听");
    assertThat(sheet.markdown(Locale.ENGLISH)).contains("**0 / 7**").contains("nobody answered");
    assertThat(sheet.json().path("of").asInt()).isEqualTo(7);
    assertThat(sheet.json().path("drill").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flood-night", "stadium-event", "pile-up"})
  void theShippedScenariosNameOnlyTypesAndUnitsThatAreThere(String name) throws IOException {
    Scenario scenario = Scenario.read(name);
    assertThat(scenario.id()).isEqualTo(name);
    String types = Files.readString(Path.of("../packs/incident-types.yaml"));
    String units = Files.readString(Path.of("../packs/unit-types.yaml"));
    for (Scenario.Wanted wanted : scenario.incidents()) {
      assertThat(scenario.calls()).anyMatch(c -> wanted.id().equals(c.about()));
      assertThat(wanted.types()).allMatch(t -> types.contains("{code: " + t + ","));
      assertThat(wanted.units().keySet()).allMatch(u -> units.contains("{code: " + u + ","));
    }
    assertThat(scenario.calls()).allMatch(c -> c.phone().startsWith("1000000"));
    assertThat(scenario.calls().getLast().after()).isLessThan(scenario.length());
  }

  @Test
  void aScenarioThatIsNoneIsRefusedWithAReason() {
    assertThatThrownBy(() -> Scenario.read("no-such-night"))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("no scenario");
    assertThatThrownBy(() -> new Scenario.Inject("soon", null, null, "", "1", "").after())
        .isInstanceOf(RuntimeException.class);
  }
}
