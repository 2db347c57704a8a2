package org.tocsin.kernel.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When an agency works: the week, the public holidays, the make-up days (调休) that are worked
 * although they fall on a weekend, and the hours of a working day.
 *
 * <p>A year without public data counts by the week alone; {@link #isKnown} tells it, and a {@link
 * DueProof} says so.
 *
 * @param zone the zone its days belong to
 * @param week the days of the week that are worked
 * @param holidays days off although the week says worked
 * @param makeUp days worked although the week says off
 * @param years the years whose public holidays are in the data
 * @param hours the working hours of a working day, in order, not overlapping
 */
public record WorkCalendar(
    ZoneId zone,
    Set<DayOfWeek> week,
    Set<LocalDate> holidays,
    Set<LocalDate> makeUp,
    Set<Integer> years,
    List<Hours> hours) {

  /** From Monday to Friday. */
  public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  /** Nine to twelve and two to six: used where an agency has declared no hours. */
  public static final List<Hours> USUAL_HOURS =
      List.of(
          new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
          new Hours(LocalTime.of(14, 0), LocalTime.of(18, 0)));

  /**
   * A stretch of working hours.
   *
   * @param from its first minute
   * @param until the minute it ends, later the same day
   */
  public record Hours(LocalTime from, LocalTime until) {
    public Hours {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("working hours end after they begin");
      }
    }
  }

  public WorkCalendar {
    week = Set.copyOf(week);
    holidays = Set.copyOf(holidays);
    makeUp = Set.copyOf(makeUp);
    years = Set.copyOf(years);
    hours = List.copyOf(hours);
    if (week.isEmpty()) {
      throw new IllegalArgumentException("a week without a working day has no working terms");
    }
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("a working day has working hours");
    }
    for (int i = 1; i < hours.size(); i++) {
      if (hours.get(i).from().isBefore(hours.get(i - 1).until())) {
        throw new IllegalArgumentException("working hours stand in order and do not overlap");
      }
    }
  }

  /** A calendar of the week alone, without public holidays. */
  public static WorkCalendar plain(ZoneId zone) {
    return new WorkCalendar(zone, MONDAY_TO_FRIDAY, Set.of(), Set.of(), Set.of(), USUAL_HOURS);
  }

  /** The same calendar with other working hours. */
  public WorkCalendar withHours(List<Hours> other) {
    return new WorkCalendar(zone, week, holidays, makeUp, years, other);
  }

  /** Whether a day is worked. */
  public boolean isWorkday(LocalDate day) {
    return makeUp.contains(day) || (week.contains(day.getDayOfWeek()) && !holidays.contains(day));
  }

  /** Whether the public holidays of a day's year are in the data. */
  public boolean isKnown(LocalDate day) {
    return years.contains(day.getYear());
  }

  /** The day an instant falls on. */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The end of a day: 24:00, which is the first instant of the next. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The day itself if it is worked, else the next that is. */
  public LocalDate workdayFrom(LocalDate day) {
    LocalDate found = day;
    while (!isWorkday(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /**
   * The instant that lies a term after another; a term of days counted from midnight counts from
   * the day that ends there.
   */
  public Instant after(Instant at, Term term) {
    return DueDate.after(at, term, this);
  }

  /** The instant that lies a term before another. */
  public Instant before(Instant at, Term term) {
    return DueDate.before(at, term, this);
  }

  /** The working stretches of a day as instants; none on a day off. */
  List<Span> spans(LocalDate day) {
    if (!isWorkday(day)) {
      return List.of();
    }
    return hours.stream()
        .map(
            h ->
                new Span(
                    day.atTime(h.from()).atZone(zone).toInstant(),
                    day.atTime(h.until()).atZone(zone).toInstant()))
        .filter(span -> span.from().isBefore(span.until()))
        .toList();
  }

  /** From an instant to another, the latter not included. */
  record Span(Instant from, Instant until) {}
}
