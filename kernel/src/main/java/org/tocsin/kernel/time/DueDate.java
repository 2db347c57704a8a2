package org.tocsin.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Reckons due instants from a run without an open pause. */
final class DueDate {
  private DueDate() {}

  static Instant of(ClockRun run, WorkCalendar calendar) {
    Term term = run.allowed();
    return switch (term.unit()) {
      case SECONDS -> elapsed(run, Duration.ofSeconds(term.amount()));
      case MINUTES -> elapsed(run, Duration.ofMinutes(term.amount()));
      case HOURS -> elapsed(run, Duration.ofHours(term.amount()));
      case DAYS ->
          run.pauses().isEmpty() && !term.roll()
              ? calendar.endOf(calendar.day(run.startedAt()).plusDays(term.amount()))
              : calendar.endOf(DayCount.of(run, calendar).last());
      case WORKING_DAYS -> calendar.endOf(DayCount.of(run, calendar).last());
      case WORKING_HOURS -> worked(run, Duration.ofHours(term.amount()), calendar);
    };
  }

  /**
   * The instant that lies {@code term} after {@code at}. Midnight belongs to the day that ends
   * there, so that a day after one due date is the next.
   */
  static Instant after(Instant at, Term term, WorkCalendar calendar) {
    if (term.amount() == 0) {
      return at;
    }
    Instant from = term.unit().isDays() ? at.minusNanos(1) : at;
    return of(ClockRun.start(from, term), calendar);
  }

  /** The instant that lies {@code term} before {@code due}. */
  static Instant before(Instant due, Term term, WorkCalendar calendar) {
    return switch (term.unit()) {
      case SECONDS -> due.minus(Duration.ofSeconds(term.amount()));
      case MINUTES -> due.minus(Duration.ofMinutes(term.amount()));
      case HOURS -> due.minus(Duration.ofHours(term.amount()));
      case DAYS -> due.atZone(calendar.zone()).minusDays(term.amount()).toInstant();
      case WORKING_DAYS -> workingDaysBefore(due, term.amount(), calendar);
      case WORKING_HOURS -> workedBefore(due, Duration.ofHours(term.amount()), calendar);
    };
  }

  private static Instant elapsed(ClockRun run, Duration allowed) {
    Instant at = run.startedAt();
    Duration rest = allowed;
    for (ClockRun.Pause p : run.pauses()) {
      Duration ran = Duration.between(at, p.from());
      if (rest.compareTo(ran) <= 0) {
        break;
      }
      rest = rest.minus(ran);
      at = end(p);
    }
    return at.plus(rest);
  }

  private static Instant worked(ClockRun run, Duration allowed, WorkCalendar calendar) {
    if (allowed.isZero()) {
      return run.startedAt();
    }
    Duration rest = allowed;
    LocalDate day = calendar.day(run.startedAt());
    while (true) {
      for (WorkCalendar.Span span : calendar.spans(day)) {
        Instant from = later(span.from(), run.startedAt());
        for (ClockRun.Pause p : run.pauses()) {
          if (!p.from().isBefore(span.until())) {
            break;
          }
          if (end(p).isAfter(from)) {
            Duration ran = between(from, earlier(p.from(), span.until()));
            if (rest.compareTo(ran) <= 0) {
              return from.plus(rest);
            }
            rest = rest.minus(ran);
            from = later(from, end(p));
          }
        }
        Duration ran = between(from, span.until());
        if (rest.compareTo(ran) <= 0) {
          return from.plus(rest);
        }
        rest = rest.minus(ran);
      }
      day = day.plusDays(1);
    }
  }

  private static Instant workingDaysBefore(Instant due, int amount, WorkCalendar calendar) {
    ZonedDateTime local = due.atZone(calendar.zone());
    boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
    LocalDate day = midnight ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    for (int i = 0; i < amount; i++) {
      day = day.minusDays(1);
      while (!calendar.isWorkday(day)) {
        day = day.minusDays(1);
      }
    }
    return midnight
        ? calendar.endOf(day)
        : day.atTime(local.toLocalTime()).atZone(calendar.zone()).toInstant();
  }

  private static Instant workedBefore(Instant due, Duration amount, WorkCalendar calendar) {
    if (amount.isZero()) {
      return due;
    }
    Duration rest = amount;
    LocalDate day = calendar.day(due);
    while (true) {
      List<WorkCalendar.Span> spans = calendar.spans(day);
      for (WorkCalendar.Span span : spans.reversed()) {
        Instant until = earlier(span.until(), due);
        Duration ran = between(span.from(), until);
        if (rest.compareTo(ran) <= 0) {
          return until.minus(rest);
        }
        rest = rest.minus(ran);
      }
      day = day.minusDays(1);
    }
  }

  private static Instant end(ClockRun.Pause pause) {
    Instant until = pause.until();
    if (until == null) {
      throw new IllegalStateException("a paused clock has no due instant");
    }
    return until;
  }

  private static Duration between(Instant from, Instant until) {
    return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
