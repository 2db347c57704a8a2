package org.tocsin.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final Provenance WHERE =
      Provenance.now(
          Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
          Path.of("no-such-folder"),
          List.of("demo", "--fast"));

  @Test
  void aTableLinesUpAndSetsNumbersRight() {
    Table table = Table.of("Times", "what", "ms").row("a", "1.5").row("longer", "120.0");
    assertThat(table.print())
        .isEqualTo("Times\n  what       ms\n  ------  -----\n  a         1.5\n  longer  120.0\n");
    assertThat(table.markdown()).contains("| what | ms |\n| --- | ---: |\n| a | 1.5 |");
    assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("1 cells");
  }

  @Test
  void targetsSayWhetherTheyAreMet() {
    Report report = new Report("demo", "Measures nothing.").target("p99", 20, 20.5, "ms");
    report.target("memory", 1000, 999, "MB");
    assertThat(report.print(WHERE)).containsPattern("≤ 20 ms +20.5 ms +MISSED").contains("met");
    JsonNode json = JsonMapper.builder().build().readTree(report.toJson(WHERE));
    assertThat(json.path("targets").get(0).path("met").asBoolean(true)).isFalse();
    assertThat(json.path("provenance").path("command").asString())
        .isEqualTo("./tocsin bench demo --fast");
    assertThat(json.path("provenance").path("commit").asString()).isEqualTo("unknown");
    assertThat(report.failures()).as("slow is not wrong").isEmpty();
  }

  @Test
  void aSectionOfTheReadmeIsReplacedWholeAndTheRestIsKept() {
    String readme = "# Benches\n\nIntroduction.\n";
    String once = Readme.replaced(readme, "demo", "## demo\n\nfirst");
    String other = Readme.replaced(once, "other", "## other\n\nkept");
    String twice = Readme.replaced(other, "demo", "## demo\n\nsecond");
    assertThat(twice)
        .startsWith(readme)
        .contains("second")
        .contains("kept")
        .doesNotContain("first");
    assertThat(Readme.replaced(twice, "demo", "## demo\n\nsecond")).isEqualTo(twice);
  }

  @Test
  void barsCountTheirLowerEdge() {
    assertThat(Bars.count(new double[] {-1, 0, 9.9, 10, 500}, 0, 10, 100))
        .containsExactly(1, 2, 1, 1);
    assertThat(Bars.draw("T", new double[] {1, 2, 20}, 0, 10))
        .contains("below 0 |", "0 to 10 |##", "10 and more |#");
  }
}
