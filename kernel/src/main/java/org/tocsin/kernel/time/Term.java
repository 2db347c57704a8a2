package org.tocsin.kernel.time;

/**
 * How long something may take: an amount of one unit.
 *
 * <p>Day terms follow the rule of the Chinese procedure codes (民事诉讼法 art. 85, 刑事诉讼法 art. 105; read
 * second-hand, mark S): the day a term begins is not counted and it ends at 24:00 of its last day.
 *
 * @param amount how many units; not negative
 * @param unit the unit
 * @param roll for {@link Unit#DAYS} only: a last day that is no working day moves to the next
 *     working day
 */
public record Term(int amount, Unit unit, boolean roll) {
  /** The units of a term. */
  public enum Unit {
    /** Seconds as they pass; for a due instant that somebody names. */
    SECONDS,
    /** Minutes as they pass. */
    MINUTES,
    /** Hours as they pass. */
    HOURS,
    /** Calendar days: first not counted, ends at 24:00 of the last. */
    DAYS,
    /** Hours inside the agency's working hours. */
    WORKING_HOURS,
    /** Working days: first not counted, ends at 24:00 of the last. */
    WORKING_DAYS;

    /** Whether whole days are counted. */
    public boolean isDays() {
      return this == DAYS || this == WORKING_DAYS;
    }

    /** Whether the calendar of working time matters. */
    public boolean isWorking() {
      return this == WORKING_HOURS || this == WORKING_DAYS;
    }
  }

  public Term {
    if (amount < 0) {
      throw new IllegalArgumentException("a term is not negative but was " + amount);
    }
    if (roll && unit != Unit.DAYS) {
      throw new IllegalArgumentException("only a term of calendar days rolls");
    }
  }

  /** So many seconds as they pass. */
  public static Term seconds(int amount) {
    return new Term(amount, Unit.SECONDS, false);
  }

  /** So many minutes as they pass. */
  public static Term minutes(int amount) {
    return new Term(amount, Unit.MINUTES, false);
  }

  /** So many hours as they pass. */
  public static Term hours(int amount) {
    return new Term(amount, Unit.HOURS, false);
  }

  /** So many calendar days. */
  public static Term days(int amount) {
    return new Term(amount, Unit.DAYS, false);
  }

  /** So many hours of working time. */
  public static Term workingHours(int amount) {
    return new Term(amount, Unit.WORKING_HOURS, false);
  }

  /** So many working days. */
  public static Term workingDays(int amount) {
    return new Term(amount, Unit.WORKING_DAYS, false);
  }
}
