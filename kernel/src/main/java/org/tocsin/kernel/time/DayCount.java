package org.tocsin.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a run whose term counts whole days: which were counted, which were left out and why.
 *
 * <p>A day counts when the clock runs at its end (24:00). So a pause from ten on Monday to ten on
 * Friday leaves out four days, as many as it lasts, and a pause within one day leaves out none.
 *
 * @param counted the days counted, in order
 * @param left the days left out, in order, with the reason
 * @param last the day at whose end time is up
 */
record DayCount(List<LocalDate> counted, List<Left> left, LocalDate last) {
  /** Why a day was not counted. */
  enum Why {
    PAUSED,
    DAY_OFF,
    HOLIDAY,
    /** The last day was no working day, so the end moved on. */
    ROLLED
  }

  /** A day that was not counted. */
  record Left(LocalDate day, Why why) {}

  static DayCount of(ClockRun run, WorkCalendar calendar) {
    Term term = run.allowed();
    boolean working = term.unit() == Term.Unit.WORKING_DAYS;
    List<LocalDate> counted = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    LocalDate day = calendar.day(run.startedAt());
    // A term of no days ends with the first day that counts, the first day itself included.
    int needed = term.amount();
    if (needed > 0) {
      day = day.plusDays(1);
    } else {
      needed = 1;
    }
    while (true) {
      if (isPausedAtEnd(run, day, calendar)) {
        left.add(new Left(day, Why.PAUSED));
      } else if (working && !calendar.isWorkday(day)) {
        left.add(new Left(day, whyOff(day, calendar)));
      } else if (counted.size() < needed) {
        counted.add(day);
      }
      boolean full = counted.size() == needed;
      if (full && !isPausedAtEnd(run, day, calendar) && fits(term, day, calendar)) {
        return new DayCount(List.copyOf(counted), List.copyOf(left), day);
      }
      if (full && term.roll() && !isPausedAtEnd(run, day, calendar)) {
        left.add(new Left(day, Why.ROLLED));
      }
      day = day.plusDays(1);
    }
  }

  private static boolean fits(Term term, LocalDate day, WorkCalendar calendar) {
    return !term.roll() || calendar.isWorkday(day);
  }

  private static Why whyOff(LocalDate day, WorkCalendar calendar) {
    return calendar.holidays().contains(day) ? Why.HOLIDAY : Why.DAY_OFF;
  }

  private static boolean isPausedAtEnd(ClockRun run, LocalDate day, WorkCalendar calendar) {
    if (run.pauses().isEmpty()) {
      return false;
    }
    Instant end = calendar.endOf(day);
    for (ClockRun.Pause p : run.pauses()) {
      Instant until = p.until();
      // An open pause is asked about only by a proof while it goes on: it must not loop for ever.
      if (p.from().isBefore(end) && until != null && !end.isAfter(until)) {
        return true;
      }
    }
    return false;
  }
}
