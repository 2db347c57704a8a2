package org.tocsin.app.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.matter.IncidentType;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PacksTest {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private static <T> T shipped(String name, Class<T> type) {
    try (InputStream in = PacksTest.class.getResourceAsStream("/packs/" + name)) {
      return YAML.readValue(Objects.requireNonNull(in), type);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyStateCanBeReachedAndEveryOpenStateHasAnExit() {
    StatePack pack = new StatePack(shipped(StatePack.FILE, StatePack.StatesFile.class));
    assertThat(pack.table().check()).isEmpty();
    assertThat(pack.map().states()).hasSize(6);
  }

  @Test
  void aTableWithADeadEndIsRefusedByName() {
    StatePack.StatesFile good = shipped(StatePack.FILE, StatePack.StatesFile.class);
    var lame =
        new StatePack.StatesFile(
            good.start(),
            good.states(),
            good.actions(),
            good.transitions().stream()
                .filter(t -> t.from() != org.tocsin.app.matter.IncidentState.FED_BACK)
                .toList());
    assertThatThrownBy(() -> new StatePack(lame))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("incident-states.yaml")
        .hasMessageContaining("FED_BACK")
        .hasMessageContaining("Mend:");
  }

  @Test
  void theShippedTypesCoverTheFieldAndKeepHelpApart() {
    var dispositions =
        TypePack.dispositions(
            shipped(TypePack.DISPOSITIONS_FILE, TypesFile.DispositionsFile.class));
    Map<String, IncidentType> types =
        TypePack.types(shipped(TypePack.FILE, TypesFile.class), dispositions.keySet());
    assertThat(types).hasSizeGreaterThan(35).containsKeys("MEDICAL", "TELECOM-FRAUD", "ROAD-CLEAR");
    for (IncidentType type : types.values()) {
      boolean crime =
          type.group() == IncidentType.Group.CRIME
              || type.group() == IncidentType.Group.PUBLIC_ORDER
              || type.group() == IncidentType.Group.TRAFFIC;
      assertThat(type.help() && crime).as(type.code()).isFalse();
      assertThat(type.help() || type.group() != IncidentType.Group.HELP).as(type.code()).isTrue();
      assertThat(type.dispositions()).as(type.code()).contains("DRILL", "OTHER", "DUPLICATE");
      assertThat(type.questions()).as(type.code()).isNotEmpty();
    }
    IncidentType medical = Objects.requireNonNull(types.get("MEDICAL"));
    assertThat(Protocol.priority(medical, Map.of())).isEqualTo(2);
    assertThat(Protocol.priority(medical, Map.of("BREATHING", "NO"))).isEqualTo(1);
  }

  @Test
  void everyDefectOfAPackIsNamedWithItsPlaceAndMend() {
    String text =
        """
        disposition-sets: {S: [HANDLED, NOWHERE]}
        questions:
          Q: {zh: 问, en: Q, options: [{code: A, key: xy, zh: 甲, en: A}]}
        types:
          - {code: FIGHT, zh: 打架, en: Fight, group: CRIME, priority: 9, dispositions: S, questions: [Z], words: [dj]}
          - {code: fight, en: Fight, group: CRIME, priority: 1, dispositions: T, words: []}
        """;
    TypesFile file = YAML.readValue(text, TypesFile.class);
    assertThatThrownBy(() -> TypePack.types(file, Set.of("HANDLED")))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("packs/incident-types.yaml, disposition-sets.S: 'NOWHERE'")
        .hasMessageContaining("questions.Q.A: key 'xy'")
        .hasMessageContaining("types[0] (FIGHT): priority is 9")
        .hasMessageContaining("types[0] (FIGHT): question 'Z' is unknown")
        .hasMessageContaining("types[1] (fight): code 'fight' has the wrong shape")
        .hasMessageContaining("types[1] (fight): zh is missing")
        .hasMessageContaining("types[1] (fight): dispositions 'T' is no set");
  }

  @Test
  void wordsAreCutForTheIndexAndForTheQuery() {
    assertThat(SearchWords.index("张掖路12号 Grove St"))
        .containsExactly("张", "张掖", "掖", "掖路", "路", "12", "号", "grove", "st");
    assertThat(SearchWords.query("掖路 gro")).isEqualTo("'掖路' & 'gro':*");
    assertThat(SearchWords.query("'; drop--")).isEqualTo("'drop':*");
    assertThat(SearchWords.query("!!")).isEmpty();
  }
}
