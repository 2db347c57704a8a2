package org.tocsin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Due instants against a count that walks minute by minute, over random calendars, pauses and
 * extensions. The seed is printed with a failure; {@code -Dtocsin.clocks.runs=N} runs more.
 */
class DueDatePropertyTest {
  private static final int RUNS = Integer.getInteger("tocsin.clocks.runs", 300);
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("UTC"), ZoneId.of("America/New_York"));

  @Test
  void equalsTheSlowCount() {
    long first = Long.getLong("tocsin.clocks.seed", 20261122L);
    for (long seed = first; seed < first + RUNS; seed++) {
      Random random = new Random(seed);
      WorkCalendar calendar = calendar(random);
      ClockRun run = run(random, calendar);
      assertThat(run.dueAt(calendar).orElseThrow())
          .as("seed %d: %s in %s", seed, run, calendar.zone())
          .isEqualTo(slow(run, calendar));
    }
  }

  @Test
  void warningIsTheTermBeforeTheEnd() {
    for (long seed = 1; seed < RUNS; seed++) {
      Random random = new Random(seed);
      WorkCalendar calendar = calendar(random);
      Instant at = start(random, calendar);
      Term term =
          random.nextBoolean()
              ? Term.workingDays(1 + random.nextInt(9))
              : Term.workingHours(1 + random.nextInt(30));
      Instant due = calendar.after(at, term);
      // A due instant lies in working time, so going back the same term and forth again meets it.
      Instant back = calendar.before(due, term);
      assertThat(calendar.after(back, term)).as("seed %d: %s", seed, term).isEqualTo(due);
    }
  }

  private static WorkCalendar calendar(Random random) {
    Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    while (week.isEmpty()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(7) < 5) {
          week.add(day);
        }
      }
    }
    Set<LocalDate> holidays = new HashSet<>();
    Set<LocalDate> makeUp = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      (random.nextInt(3) > 0 ? holidays : makeUp).add(day);
    }
    List<WorkCalendar.Hours> hours = new ArrayList<>();
    // Not at night: an hour that summer time skips or repeats has no one length.
    int at = 60 * (4 + random.nextInt(6));
    for (int i = 0; i <= random.nextInt(3) && at < 1200; i++) {
      int from = at + random.nextInt(120);
      int until = Math.min(1439, from + 1 + random.nextInt(300));
      hours.add(
          new WorkCalendar.Hours(
              LocalTime.MIDNIGHT.plusMinutes(from), LocalTime.MIDNIGHT.plusMinutes(until)));
      at = until;
    }
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    return new WorkCalendar(zone, week, holidays, makeUp, Set.of(2026), hours);
  }

  private static Instant start(Random random, WorkCalendar calendar) {
    return LocalDate.of(2026, 1, 5)
        .plusDays(random.nextInt(200))
        .atTime(random.nextInt(24), random.nextInt(60))
        .atZone(calendar.zone())
        .toInstant();
  }

  private static ClockRun run(Random random, WorkCalendar calendar) {
    Term.Unit[] units = {
      Term.Unit.MINUTES,
      Term.Unit.HOURS,
      Term.Unit.DAYS,
      Term.Unit.WORKING_HOURS,
      Term.Unit.WORKING_DAYS
    };
    Term.Unit unit = units[random.nextInt(units.length)];
    boolean roll = unit == Term.Unit.DAYS && random.nextBoolean();
    int most = unit == Term.Unit.MINUTES ? 9000 : unit.isDays() ? 20 : 30;
    Instant at = start(random, calendar);
    ClockRun run = ClockRun.start(at, new Term(random.nextInt(most), unit, roll));
    for (int i = random.nextInt(4); i > 0; i--) {
      at = at.plus(random.nextInt(3 * 1440), ChronoUnit.MINUTES);
      run = run.pause(at, "r", null);
      at = at.plus(random.nextInt(4 * 1440), ChronoUnit.MINUTES);
      run = run.resume(at);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      run = run.extend(at, new Term(random.nextInt(10), unit, false), "r", null);
    }
    return run;
  }

  /** Walks minute by minute and counts what the term counts. */
  private static Instant slow(ClockRun run, WorkCalendar calendar) {
    Term term = run.allowed();
    long needed =
        switch (term.unit()) {
          case SECONDS -> throw new IllegalStateException("not counted in minutes");
          case MINUTES -> term.amount();
          case HOURS, WORKING_HOURS -> term.amount() * 60L;
          case DAYS, WORKING_DAYS -> Math.max(1, term.amount());
        };
    if (term.amount() == 0 && !term.unit().isDays()) {
      return run.startedAt();
    }
    LocalDate firstDay = calendar.day(run.startedAt());
    long counted = 0;
    Instant minute = run.startedAt();
    while (true) {
      Instant next = minute.plus(Duration.ofMinutes(1));
      if (term.unit().isDays()) {
        if (isMidnight(next, calendar)) {
          LocalDate day = calendar.day(minute);
          boolean first = day.equals(firstDay) && term.amount() > 0;
          boolean open = !pausedDuring(run, minute);
          boolean work = term.unit() == Term.Unit.DAYS || calendar.isWorkday(day);
          if (!first && open && work && counted < needed) {
            counted++;
          }
          boolean fits = !term.roll() || calendar.isWorkday(day);
          if (counted == needed && open && work && fits) {
            return next;
          }
        }
      } else if (!pausedDuring(run, minute)
          && (!term.unit().isWorking() || works(minute, calendar))) {
        counted++;
        if (counted == needed) {
          return next;
        }
      }
      minute = next;
    }
  }

  private static boolean isMidnight(Instant at, WorkCalendar calendar) {
    return !calendar.day(at.minusNanos(1)).equals(calendar.day(at));
  }

  private static boolean pausedDuring(ClockRun run, Instant minute) {
    return run.pauses().stream()
        .anyMatch(p -> !minute.isBefore(p.from()) && minute.isBefore(p.until()));
  }

  private static boolean works(Instant minute, WorkCalendar calendar) {
    ZonedDateTime local = minute.atZone(calendar.zone());
    return calendar.isWorkday(local.toLocalDate())
        && calendar.hours().stream()
            .anyMatch(
                h ->
                    !local.toLocalTime().isBefore(h.from())
                        && local.toLocalTime().isBefore(h.until()));
  }
}
