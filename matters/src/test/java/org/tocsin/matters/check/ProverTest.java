package org.tocsin.matters.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks the hazard notice in one place at a time and looks for the counter-example. */
class ProverTest {
  private static Defect only(List<Defect> defects) {
    assertThat(defects).hasSize(1);
    return defects.getFirst();
  }

  @Test
  void theSampleIsProved() {
    assertThat(Sample.defects(Sample.text())).isEmpty();
  }

  @Test
  void closingWithoutConfirmationPrintsTheWay() {
    Defect d = only(Sample.broken("confirms: true, asks: [findings]", "asks: [findings]"));
    assertThat(d.message().en()).isEqualTo("closes without confirmation by someone else");
    assertThat(d.path())
        .containsExactly("found", "serve", "served", "report", "rectified", "pass", "closed");
    assertThat(d.toString())
        .startsWith("sample.yaml:")
        .contains("found –serve→ served –report→ rectified –pass→ closed");
    assertThat(Sample.text().lines().toList().get(d.line() - 1)).contains("pass:");
  }

  @Test
  void workerWhoMayConfirmIsFound() {
    List<Defect> all =
        Sample.broken("not: [workers, raiser]}, confirms", "not: [raiser]}, confirms");
    assertThat(all)
        .extracting(d -> d.message().en())
        .contains("whoever did 'report' can confirm it by 'pass'");
    assertThat(all.getFirst().path()).endsWith("rectified", "pass", "closed");
  }

  @Test
  void namingTheWorkTransitionShutsItsDoerOutToo() {
    assertThat(Sample.broken("not: [workers, raiser]}, confirms", "not: [report]}, confirms"))
        .isEmpty();
  }

  @Test
  void workAfterConfirmationMustBeConfirmedAgain() {
    // After a pass the notice would wait for its papers, and could be worked on again there.
    String text =
        Sample.replaced(
            Sample.text(), "from: [rectified], to: closed", "from: [rectified], to: filing");
    text =
        Sample.replaced(
            text,
            "  closed:       {",
            "  filing:       {names: 归档 | Filing, noClock: 内部事务 | Paperwork}\n  closed:       {");
    text =
        Sample.replaced(
            text,
            "  reopen:    {",
            "  redo:      {names: 返工 | Do again, from: [filing], to: filing, by: {roles: [station-officer]}, work: true}\n"
                + "  file:      {names: 归档 | File, from: [filing], to: closed, by: {roles: [supervisor], not: [workers]}}\n"
                + "  reopen:    {");
    assertThat(Sample.defects(text))
        .anySatisfy(
            d -> {
              assertThat(d.message().en()).isEqualTo("closes without confirmation by someone else");
              assertThat(d.path()).contains("redo");
            });
  }

  @Test
  void proofThatIsNotOnEveryWay() {
    Defect d =
        only(
            Sample.broken(
                "closing: {confirmation: required, proof: [photo]}",
                "closing: {confirmation: required, proof: [photo, document]}"));
    assertThat(d.message().en()).isEqualTo("closes without the required proof: document");
  }

  @Test
  void answerThatIsNotOnEveryWay() {
    List<Defect> all =
        Sample.broken(
            "closing: {confirmation: required, proof: [photo]}",
            "closing: {confirmation: required, proof: [photo], answer: required}");
    assertThat(all)
        .extracting(d -> d.message().en())
        .containsOnly("closes without the outsider's own answer");
  }

  @Test
  void stateThatIsNeverReached() {
    List<Defect> all =
        Sample.broken(
            "  penalty:      {",
            "  lost:         {names: 遗失 | Lost, closed: true}\n  penalty:      {");
    assertThat(only(all).message().en()).isEqualTo("state 'lost' cannot be reached from 'found'");
  }

  @Test
  void openStateWithoutClock() {
    List<Defect> all =
        Sample.broken("in: [penalty], term: {days: 30}", "in: [rectified], term: {days: 30}");
    assertThat(only(all).message().en()).isEqualTo("'penalty' has no clock and does not say why");
  }

  @Test
  void openStateWithoutUnconditionalExit() {
    List<Defect> all =
        Sample.broken(
            "from: [served, penalty], to: rectified,",
            "from: [served, penalty], to: rectified, when: {field: grade, is: major},");
    assertThat(only(all).message().en()).isEqualTo("no unconditional transition leaves 'penalty'");
  }

  @Test
  void defaultThatCannotBeDone() {
    List<Defect> all =
        Sample.broken("in: [served], from: deadline", "in: [served, rectified], from: deadline");
    assertThat(only(all).message().en())
        .isEqualTo(
            "when 'rectify' expires in 'rectified', its default 'overdue' does not leave from there");
  }

  @Test
  void defaultThatAsksWhatNobodyCanGive() {
    List<Defect> all =
        Sample.broken(
            "to: penalty, by: {system: true}", "to: penalty, by: {system: true}, reason: true");
    assertThat(only(all).message().en()).isEqualTo("the system cannot do 'overdue'");
  }

  @Test
  void defaultThatUsesUpItsClock() {
    List<Defect> all = Sample.broken("from: [served], to: penalty", "from: [served], to: served");
    assertThat(all)
        .extracting(d -> d.message().en())
        .contains("after the default it is still in 'served', with this clock used up");
  }

  @Test
  void clockWhoseDayMayBeMissing() {
    List<Defect> all =
        Sample.broken(
            "deadline:  {names: 整改期限 | To be rectified by, type: date, required: true}",
            "deadline:  {names: 整改期限 | To be rectified by, type: date}");
    Defect d = only(all);
    assertThat(d.message().en())
        .isEqualTo("clock 'rectify' can begin while 'deadline' is not filled");
    assertThat(d.path()).containsExactly("found", "serve", "served");
  }

  @Test
  void ratedAreAskedForBeforeAnythingCloses() {
    String text =
        Sample.replaced(
            Sample.text(),
            "  deadline:  {",
            "  against:   {names: 被投诉人 | Complained of, type: officer, subject: true}\n  deadline:  {");
    assertThat(Sample.defects(text)).as("asked when it is raised").isEmpty();
    text =
        Sample.replaced(text, "asks: [findings, deadline]", "asks: [findings, deadline, against]");
    assertThat(only(Sample.defects(text)).message().en())
        .isEqualTo("may close before it is asked who is rated or complained of");
  }

  @Test
  void ratedCannotConfirmOrClose() {
    assertThat(
            Sample.broken(
                "confirms: true, asks: [findings]",
                "confirms: true, subjects: may, asks: [findings]"))
        .extracting(d -> d.message().en())
        .contains("those rated or complained of cannot confirm, answer or close");
  }

  @Test
  void kindThatNeedsNoConfirmationSaysWhy() {
    String text =
        Sample.replaced(Sample.text(), "confirms: true, asks: [findings]", "asks: [findings]");
    text = Sample.replaced(text, "confirmation: required", "confirmation: 只作登记 | A register only");
    assertThat(Sample.defects(text)).isEmpty();
  }
}
