package org.tocsin.kernel.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.OfficerId;

/**
 * One run of a clock: when it began, how long it may take, and the ledger of its pauses and
 * extensions. A value; every change gives a new one.
 *
 * @param startedAt when it began to run
 * @param term what it may take without extensions
 * @param pauses in order, not overlapping; only the last may still be open
 * @param extensions in the order they were granted, in the unit of {@code term}
 */
public record ClockRun(
    Instant startedAt, Term term, List<Pause> pauses, List<Extension> extensions) {

  /**
   * Time that does not count.
   *
   * @param from its first instant
   * @param until the instant it ended, or null while it goes on
   * @param reason why
   * @param by who ordered it
   */
  public record Pause(
      Instant from, @Nullable Instant until, String reason, @Nullable OfficerId by) {
    public Pause {
      if (until != null && until.isBefore(from)) {
        throw new IllegalArgumentException("a pause ends after it begins");
      }
    }
  }

  /**
   * More time.
   *
   * @param at when it was granted
   * @param term how much
   * @param reason why
   * @param by who approved it
   */
  public record Extension(Instant at, Term term, String reason, @Nullable OfficerId by) {}

  /** Raised when a change does not fit the run as it stands. */
  public static final class ClockRunException extends IllegalStateException {
    ClockRunException(String message) {
      super(message);
    }
  }

  public ClockRun {
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
  }

  /** A run that begins now, without pauses and extensions. */
  public static ClockRun start(Instant at, Term term) {
    return new ClockRun(at, term, List.of(), List.of());
  }

  /** Whether a pause is going on. */
  public boolean isPaused() {
    return !pauses.isEmpty() && pauses.getLast().until() == null;
  }

  /** Stops counting from {@code at}. */
  public ClockRun pause(Instant at, String reason, @Nullable OfficerId by) {
    if (isPaused()) {
      throw new ClockRunException("this clock is paused already");
    }
    if (at.isBefore(startedAt) || (!pauses.isEmpty() && at.isBefore(lastUntil()))) {
      throw new ClockRunException("a pause begins after the start and the pause before it");
    }
    List<Pause> all = new ArrayList<>(pauses);
    all.add(new Pause(at, null, reason, by));
    return new ClockRun(startedAt, term, all, extensions);
  }

  /** Counts on from {@code at}. */
  public ClockRun resume(Instant at) {
    if (!isPaused()) {
      throw new ClockRunException("this clock is not paused");
    }
    Pause open = pauses.getLast();
    List<Pause> all = new ArrayList<>(pauses.subList(0, pauses.size() - 1));
    all.add(new Pause(open.from(), at, open.reason(), open.by()));
    return new ClockRun(startedAt, term, all, extensions);
  }

  /** Adds time; the unit must be the term's own. */
  public ClockRun extend(Instant at, Term more, String reason, @Nullable OfficerId by) {
    if (more.unit() != term.unit()) {
      throw new ClockRunException(
          "a term of %s is extended in %s".formatted(term.unit(), more.unit()));
    }
    List<Extension> all = new ArrayList<>(extensions);
    all.add(new Extension(at, more, reason, by));
    return new ClockRun(startedAt, term, pauses, all);
  }

  /** The term and all extensions together. */
  public Term allowed() {
    int amount = term.amount();
    for (Extension e : extensions) {
      amount = Math.addExact(amount, e.term().amount());
    }
    return new Term(amount, term.unit(), term.roll());
  }

  /** When time is up; empty while a pause goes on. */
  public Optional<Instant> dueAt(WorkCalendar calendar) {
    return isPaused() ? Optional.empty() : Optional.of(DueDate.of(this, calendar));
  }

  /** When to warn: {@code before} the due instant, never before the start. */
  public Optional<Instant> warnAt(Term before, WorkCalendar calendar) {
    return dueAt(calendar).map(due -> max(startedAt, DueDate.before(due, before, calendar)));
  }

  /** How the due instant comes about, line by line. */
  public DueProof proof(WorkCalendar calendar) {
    return DueProof.of(this, calendar);
  }

  private Instant lastUntil() {
    Instant until = pauses.getLast().until();
    return until == null ? pauses.getLast().from() : until;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
