package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.Optional;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;

/** What one clock does next by itself. */
final class Timers {
  private Timers() {}

  /**
   * The next firing of a clock, or empty if it will do nothing more.
   *
   * @param levels how many agencies stand above the handling one: there is nobody to tell beyond
   */
  static Optional<Firing> next(Clock clock, ClockState state, int levels, WorkCalendar calendar) {
    return switch (state.status()) {
      case PAUSED ->
          Optional.ofNullable(state.resumeAt())
              .map(at -> new Firing(clock.code(), Firing.What.RESUME, at));
      case RUNNING -> running(clock, state, calendar);
      case EXPIRED -> escalation(clock, state, levels, calendar);
      case MET, ENDED -> Optional.empty();
    };
  }

  private static Optional<Firing> running(Clock clock, ClockState state, WorkCalendar calendar) {
    Instant due = state.run().dueAt(calendar).orElseThrow();
    Optional<Firing> warning =
        state.warned()
            ? Optional.empty()
            : clock
                .warn()
                .flatMap(before -> state.run().warnAt(before, calendar))
                .map(at -> new Firing(clock.code(), Firing.What.WARN, at));
    return warning.or(() -> Optional.of(new Firing(clock.code(), Firing.What.EXPIRE, due)));
  }

  /** Level 1 is told at the due instant itself, each further one a step later. */
  private static Optional<Firing> escalation(
      Clock clock, ClockState state, int levels, WorkCalendar calendar) {
    if (clock.escalate().isEmpty() || state.escalations() >= levels) {
      return Optional.empty();
    }
    Term every = clock.escalate().get();
    Term since = new Term(every.amount() * state.escalations(), every.unit(), every.roll());
    Instant due = state.run().dueAt(calendar).orElseThrow();
    return Optional.of(new Firing(clock.code(), Firing.What.ESCALATE, calendar.after(due, since)));
  }
}
