package org.tocsin.matters.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.MatterKind;

/** The shipped declarations and calendars are right; a broken calendar is told. */
class PacksTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Test
  void everyShippedDeclarationIsProved() throws IOException {
    Known known = Known.roles(CheckMain.roles(Path.of("../packs/roles.yaml")));
    Declarations read = Declarations.read(Path.of("../packs/matters"), known);
    assertThat(read.defects()).isEmpty();
    assertThat(read.kinds()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void jsonHasEveryKeyInOrder() {
    MatterKind kind = Sample.kind();
    Map<String, Object> json = KindJson.of(kind);
    assertThat(json.keySet())
        .startsWith("kind", "version", "names", "about")
        .contains("fields", "states", "transitions", "clocks", "prints", "links", "start");
    assertThat((List<?>) json.get("states"))
        .extracting(s -> (String) ((Map<?, ?>) s).get("code"))
        .containsExactlyElementsOf(kind.states().keySet());
    assertThat((List<?>) json.get("clocks"))
        .element(1)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("code", "rectify"),
                Map.entry("names", Map.of("zh", "整改期限", "en", "Rectify by")),
                Map.entry("in", List.of("served")),
                Map.entry("from", "deadline"),
                Map.entry("warn", Map.of("unit", "days", "amount", 3)),
                Map.entry("expiry", "overdue"),
                Map.entry("pause", limited(1)),
                Map.entry("extend", limited(1)),
                Map.entry("source", Map.of("zh", "通知书载明", "en", "As the notice states")),
                Map.entry("mark", "M")));
  }

  private static Map<String, Object> limited(int times) {
    return Map.of(
        "by",
        Map.of("roles", Set.of("station-officer"), "at", List.of("above"), "person", true),
        "atMost",
        Map.of("unit", "days", "amount", 30),
        "times",
        times);
  }

  @Test
  void springFestivalOf2026IsOffAndItsMakeUpDaysAreWorked() throws IOException {
    CalendarFiles files = CalendarFiles.read(Path.of("../packs/calendars"), CHINA);
    assertThat(files.defects()).isEmpty();
    WorkCalendar calendar = files.calendar();
    assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 14))).isTrue();
    assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 23))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 24))).isTrue();
    assertThat(calendar.isKnown(LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(calendar.isKnown(LocalDate.of(2024, 1, 1))).isFalse();
    // 365 days less 104 of weekends and 13 statutory holidays.
    assertThat(workdays(calendar, 2026)).isEqualTo(248);
    assertThat(workdays(calendar, 2025)).isEqualTo(248);
  }

  private static long workdays(WorkCalendar calendar, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(calendar::isWorkday)
        .count();
  }

  @Test
  void agencyMayKeepHoursOfItsOwn() {
    CalendarFiles files =
        CalendarFiles.readTexts(
            Map.of("hours.yaml", "usual: [\"08:00-12:00\"]\nagencies:\n  QL: [\"00:00-23:59\"]\n"),
            CHINA);
    assertThat(files.defects()).isEmpty();
    assertThat(files.of("QL").hours()).hasSize(1);
    assertThat(files.of("QL").hours().getFirst().until()).hasToString("23:59");
    assertThat(files.of("other").hours().getFirst().from()).hasToString("08:00");
  }

  @Test
  void brokenCalendarIsToldAtItsLine() {
    CalendarFiles files =
        CalendarFiles.readTexts(
            Map.of(
                "cn-2026.yaml",
                "year: 2026\nsource: x\nmark: S\nholidays:\n  a: 2026-13-01\n",
                "hours.yaml",
                "usual: [\"12:00-09:00\"]\n"),
            CHINA);
    assertThat(files.defects())
        .extracting(d -> d.file() + ":" + d.line())
        .containsExactlyInAnyOrder("cn-2026.yaml:5", "hours.yaml:1");
  }
}
