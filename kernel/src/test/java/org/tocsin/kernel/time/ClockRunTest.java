package org.tocsin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Due instants worked out by hand, around the Spring Festival of 2026. */
class ClockRunTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          CHINA,
          WorkCalendar.MONDAY_TO_FRIDAY,
          LocalDate.of(2026, 2, 15)
              .datesUntil(LocalDate.of(2026, 2, 24))
              .collect(Collectors.toSet()),
          Set.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28)),
          Set.of(2026),
          WorkCalendar.USUAL_HOURS);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHINA).toInstant();
  }

  private static Instant due(ClockRun run) {
    return run.dueAt(CALENDAR).orElseThrow();
  }

  @Test
  void hoursPassAsTheyPass() {
    assertThat(due(ClockRun.start(at("2026-02-13T17:00"), Term.hours(48))))
        .isEqualTo(at("2026-02-15T17:00"));
  }

  @Test
  void workingDaysSkipTheHolidayAndCountTheMakeUpDay() {
    // Friday the 13th is not counted; Saturday the 14th is worked; then off until Tuesday the 24th.
    assertThat(due(ClockRun.start(at("2026-02-13T10:00"), Term.workingDays(3))))
        .isEqualTo(at("2026-02-26T00:00"));
  }

  @Test
  void calendarDaysDoNotCountTheFirst() {
    assertThat(due(ClockRun.start(at("2026-02-02T23:59"), Term.days(10))))
        .isEqualTo(at("2026-02-13T00:00"));
  }

  @Test
  void lastDayThatIsOffMovesOnWhereTheLawSaysSo() {
    Term rolling = new Term(10, Term.Unit.DAYS, true);
    assertThat(due(ClockRun.start(at("2026-02-06T10:00"), rolling)))
        .isEqualTo(at("2026-02-25T00:00"));
    assertThat(due(ClockRun.start(at("2026-02-06T10:00"), Term.days(10))))
        .isEqualTo(at("2026-02-17T00:00"));
  }

  @Test
  void workingHoursRunOnlyInHours() {
    // Two hours left on Saturday the 14th (a make-up day), one on the 24th.
    assertThat(due(ClockRun.start(at("2026-02-14T16:00"), Term.workingHours(3))))
        .isEqualTo(at("2026-02-24T10:00"));
  }

  @Test
  void pauseOverMidnightsLeavesThoseDaysOut() {
    ClockRun run =
        ClockRun.start(at("2026-02-02T10:00"), Term.days(5))
            .pause(at("2026-02-03T10:00"), "expert opinion asked", null)
            .resume(at("2026-02-05T10:00"));
    assertThat(due(run)).isEqualTo(at("2026-02-10T00:00"));
  }

  @Test
  void pauseWithinOneDayChangesNoDays() {
    ClockRun run =
        ClockRun.start(at("2026-02-02T10:00"), Term.days(5))
            .pause(at("2026-02-03T10:00"), "power cut", null)
            .resume(at("2026-02-03T23:00"));
    assertThat(due(run)).isEqualTo(at("2026-02-08T00:00"));
  }

  @Test
  void extensionIsAddedInTheSameUnit() {
    ClockRun run =
        ClockRun.start(at("2026-02-02T10:00"), Term.days(5))
            .extend(at("2026-02-04T10:00"), Term.days(30), "complex", null);
    assertThat(due(run)).isEqualTo(at("2026-03-10T00:00"));
    assertThatThrownBy(() -> run.extend(at("2026-02-04T10:00"), Term.hours(1), "no", null))
        .isInstanceOf(ClockRun.ClockRunException.class);
  }

  @Test
  void pausedClockHasNoDueInstant() {
    ClockRun run =
        ClockRun.start(at("2026-02-02T10:00"), Term.hours(5))
            .pause(at("2026-02-02T11:00"), "away", null);
    assertThat(run.dueAt(CALENDAR)).isEmpty();
    assertThat(run.proof(CALENDAR).lines().getLast().en()).contains("goes on when it is resumed");
    assertThat(due(run.resume(at("2026-02-02T14:00")))).isEqualTo(at("2026-02-02T18:00"));
    assertThatThrownBy(() -> run.pause(at("2026-02-02T12:00"), "twice", null))
        .isInstanceOf(ClockRun.ClockRunException.class);
  }

  @Test
  void warnsBeforeTheEndButNeverBeforeTheStart() {
    ClockRun run = ClockRun.start(at("2026-02-13T10:00"), Term.workingDays(3));
    assertThat(run.warnAt(Term.workingDays(1), CALENDAR)).contains(at("2026-02-25T00:00"));
    assertThat(run.warnAt(Term.days(2), CALENDAR)).contains(at("2026-02-24T00:00"));
    assertThat(run.warnAt(Term.workingHours(7), CALENDAR)).contains(at("2026-02-25T09:00"));
    assertThat(run.warnAt(Term.days(100), CALENDAR)).contains(at("2026-02-13T10:00"));
  }

  @Test
  void aDayAfterMidnightIsTheNextDay() {
    Instant due = at("2026-02-04T00:00");
    assertThat(CALENDAR.after(due, Term.workingDays(1))).isEqualTo(at("2026-02-05T00:00"));
    assertThat(CALENDAR.after(due, Term.days(0))).isEqualTo(due);
  }

  @Test
  void proofTellsEveryStep() {
    ClockRun run =
        ClockRun.start(at("2026-02-12T10:00"), Term.workingDays(3))
            .pause(at("2026-02-24T09:00"), "等待鉴定", null)
            .resume(at("2026-02-25T09:00"))
            .extend(at("2026-02-25T10:00"), Term.workingDays(1), "复杂", null);
    DueProof proof = run.proof(CALENDAR);
    // Counted: 13, 14 (make-up), 25, 26; the pause covers the end of the 24th.
    assertThat(proof.dueAt()).contains(at("2026-02-27T00:00"));
    String all = proof.lines().stream().map(DueProof.Line::zh).collect(Collectors.joining("\n"));
    assertThat(all)
        .contains("2026-02-12 10:00 起算，期限3个工作日（起算当日不计入）")
        .contains("2026-02-24 09:00 至 2026-02-25 09:00 暂停（1日0时0分），理由：等待鉴定")
        .contains("批准延长1个工作日，理由：复杂")
        .contains("计入4日：2026-02-13/2026-02-14, 2026-02-25/2026-02-26")
        .contains("不计入1日（暂停）：2026-02-24")
        .contains("不计入9日（节假日）：2026-02-15/2026-02-23")
        .endsWith("2026-02-26 24:00 届满");
  }

  @Test
  void proofOwnsUpToAYearWithoutHolidays() {
    ClockRun run = ClockRun.start(at("2027-03-01T10:00"), Term.workingDays(1));
    assertThat(run.proof(CALENDAR).lines().stream().map(DueProof.Line::en))
        .anyMatch(l -> l.contains("public holidays of 2027 are not loaded"));
  }
}
