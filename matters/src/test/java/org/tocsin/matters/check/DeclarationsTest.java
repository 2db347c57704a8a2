package org.tocsin.matters.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.matters.MatterKind;

/** What the reader and the checks say about slips, and where. */
class DeclarationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          version: 1 ~ version: one ~ this should be 0, 1, 2, …
          rows: [A87, A94] ~ rows: [87] ~ this should be "text"
          rows: [A87, A94] ~ rows: [Z1] ~ 'Z1' is no row of the catalogue
          names: 隐患整改通知 | Hazard rectification notice ~ names: 隐患整改通知 ~ '隐患整改通知' is not a text in both languages
          number: 隐改〔{year}〕{seq}号 ~ number: 隐改〔{month}〕{seq}号 ~ the number's pattern is wrong at 隐改〔{month}〕号
          number: 隐改〔{year}〕{seq}号 ~ number: 隐改〔{year}〕号 ~ the number's pattern is wrong at {seq}
          type: company, required ~ type: firm, required ~ there is no 'firm'
          company:   { ~ Company:   { ~ 'Company' is no good as a code
          required: true, section: site, when ~ requird: true, section: site, when ~ there is no key 'requird' here
          when: {field: grade, is: major} ~ when: {field: grade, is: huge} ~ 'huge' cannot be a value of field grade
          when: {field: grade, is: major} ~ when: {field: grad, is: major} ~ there is no 'grad'
          when: {field: grade, is: major} ~ when: {field: grade, atLeast: 2} ~ atLeast, atMost is only for number, money
          section: result} ~ section: results} ~ there is no 'results'
          personal: {mask: name} ~ personal: {mask: nose} ~ there is no 'nose'
          type: phone, personal: {mask: phone, keepDays: 365, basis: 仅供复查联系 | Only to arrange the re-inspection} ~ type: phone ~ phone and identity numbers are personal data
          names: 联系人 | Contact ~ names: 宗教信仰 | Contact ~ beliefs, ethnicity, politics, opinions and biometrics of people are not collected
          from: [found], to: served ~ from: [fuond], to: served ~ there is no 'fuond'
          by: {system: true} ~ by: {at: any} ~ does not say who may
          not: [raiser, workers] ~ not: [riaser, workers] ~ there is no 'riaser'
          party: company} ~ party: owner} ~ there is no 'owner'
          asks: [deadline] ~ asks: [dead] ~ there is no 'dead'
          asks: [findings, deadline] ~ asks: [deadline] ~ only field
          in: [found], term ~ in: [closed], term ~ in is only for states that are open
          expiry: overdue ~ expiry: overdo ~ there is no 'overdo'
          from: deadline, warn ~ from: grade, warn ~ 'grade' is no date or instant field
          warn: {workingDays: 1} ~ warn: {workingDays: 3} ~ it warns before it begins
          atMost: {days: 30}, times: 1} ~ atMost: {hours: 30}, times: 1} ~ the extension is not in the clock's unit
          term: {workingDays: 3}, warn ~ term: {workingDays: 3, days: 4}, warn ~ this should be {days: 3} | {workingDays: 3} | {hours: 3} | …
          mark: S} ~ mark: X} ~ there is no 'X'
          kind: photo, min: 1 ~ kind: video, min: 1 ~ there is no 'video'
          roles: [supervisor, station-officer] ~ roles: [superviser, station-officer] ~ there is no role 'superviser'
          "{hazards}" ~ "{hazard}" ~ nothing fills {hazard}
          numbered: true ~ numbered: false ~ a numbered form prints {printNumber}, another cannot
          migrate: [] ~ migrate: [{from: 1}] ~ must be from 1 to 0
          """)
  void oneSlipOneDefect(String piece, String by, String message) {
    List<Defect> all = Sample.broken(piece, by);
    if (message.equals("only field")) {
      // The field is still asked on the other way, so nothing is wrong.
      assertThat(all).isEmpty();
      return;
    }
    assertThat(all).extracting(d -> d.message().en()).contains(message);
  }

  @Test
  void defectNamesLineColumnAndMend() {
    Defect d = Sample.broken("type: company, required", "type: firm, required").getFirst();
    String line = Sample.text().lines().toList().get(d.line() - 1);
    assertThat(line).contains("company:");
    assertThat(d.column()).isEqualTo(line.indexOf("type:") + 1);
    assertThat(d.print(true)).contains("没有“firm”").contains("改法：可用的有：text, longtext");
  }

  @Test
  void misspeltKeyGetsTheRightOne() {
    assertThat(
            Sample.broken(
                "required: true, section: site, when", "requird: true, section: site, when"))
        .anySatisfy(d -> assertThat(d.mend().en()).isEqualTo("did you mean required?"));
  }

  @Test
  void brokenYamlIsToldAtItsLine() {
    List<Defect> all = Sample.defects("kind: a\nnames: [\nversion: 1\n");
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().message().en()).startsWith("this is no YAML");
    assertThat(all.getFirst().line()).isGreaterThan(1);
  }

  @Test
  void emptyAndStrangeFilesAreTold() {
    assertThat(Sample.defects("")).isNotEmpty();
    assertThat(Sample.defects("- a\n- b\n")).isNotEmpty();
    assertThat(Sample.defects("just words")).isNotEmpty();
    assertThat(Sample.defects("a: &x {b: *x}")).isNotEmpty();
    assertThat(Sample.defects("- ".repeat(100_000))).isNotEmpty();
    assertThat(Sample.defects("[".repeat(100_000))).isNotEmpty();
    assertThat(Sample.defects("fields: " + "{a: {lines: ".repeat(5_000))).isNotEmpty();
    String stateless =
        Sample.text().replaceAll("(?s)\nstates: .*?\ntransitions:", "\nstates: {}\ntransitions:");
    assertThat(Sample.defects(stateless)).isNotEmpty();
  }

  @Test
  void raiseAsksWhatNoTransitionAsks() {
    MatterKind kind = Sample.kind();
    assertThat(kind.raise().asks())
        .containsExactly("company", "contact", "phone", "place", "grade", "hazards", "interim");
  }

  @Test
  void folderIsReadAsOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Sample.text());
    Files.writeString(
        folder.resolve("b.yaml"),
        Sample.replaced(Sample.text(), "kind: hazard-notice", "kind: visit-patrol"));
    assertThat(Declarations.read(folder, Known.NONE).kinds()).hasSize(2);
    Files.writeString(folder.resolve("c.yaml"), Sample.text());
    assertThat(Declarations.read(folder, Known.NONE).defects())
        .extracting(d -> d.message().en())
        .containsExactly("there is a version 1 of hazard-notice already");
  }

  @Test
  void linkToAKindThatIsNotThereIsToldWhereOthersAre(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Sample.text());
    Files.writeString(
        folder.resolve("b.yaml"),
        Sample.replaced(Sample.text(), "kind: hazard-notice", "kind: other-kind"));
    assertThat(Declarations.read(folder, Known.NONE).defects())
        .extracting(d -> d.message().en())
        .containsOnly("there is no 'visit-patrol'");
  }
}
