package org.tocsin.matters.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.kernel.time.ClockRun;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;

/** What a move does to the clocks of a matter: which stop, which start, which run on. */
final class Clocks {
  private final MatterKind kind;
  private final WorkCalendar calendar;
  private final Instant now;
  private final Map<String, ClockState> clocks = new LinkedHashMap<>();
  private final List<Decision.Change> changes = new ArrayList<>();

  Clocks(MatterKind kind, WorkCalendar calendar, Instant now, List<ClockState> before) {
    this.kind = kind;
    this.calendar = calendar;
    this.now = now;
    before.forEach(c -> clocks.put(c.clock(), c));
  }

  /** The matter begins in a state. */
  Clocks begin(String state, Values fields) {
    kind.clocks().values().stream()
        .filter(c -> c.in().contains(state))
        .forEach(c -> start(c, fields));
    return this;
  }

  /** The matter moves, maybe to the state it is in. */
  Clocks move(String from, String to, String transition, Values fields) {
    for (Clock clock : kind.clocks().values()) {
      boolean was = clock.in().contains(from);
      boolean will = clock.in().contains(to);
      boolean anew = !was || clock.restartOn().contains(transition);
      if (!will || anew) {
        stop(clock.code());
      }
      if (will && anew) {
        start(clock, fields);
      }
    }
    return this;
  }

  /** The matter comes over from an older version: what runs in both runs on. */
  Clocks adopt(String state, Values fields) {
    List.copyOf(clocks.keySet()).stream().filter(code -> !runsIn(code, state)).forEach(this::stop);
    kind.clocks().values().stream()
        .filter(c -> c.in().contains(state) && !isLive(c.code()))
        .forEach(c -> start(c, fields));
    return this;
  }

  private boolean runsIn(String code, String state) {
    Clock clock = kind.clocks().get(code);
    return clock != null && clock.in().contains(state);
  }

  /** A clock that ended with its default. */
  Clocks ended(ClockState clock) {
    put(with(clock, ClockState.Status.ENDED));
    changes.add(new Decision.Change.Stopped(clock.clock(), ClockState.Status.ENDED));
    return this;
  }

  List<ClockState> all() {
    return List.copyOf(clocks.values());
  }

  List<Decision.Change> changes() {
    return changes;
  }

  private boolean isLive(String code) {
    ClockState c = clocks.get(code);
    return c != null && c.isLive();
  }

  private void put(ClockState clock) {
    clocks.put(clock.clock(), clock);
  }

  private void stop(String code) {
    ClockState clock = clocks.get(code);
    if (clock == null || !clock.isLive()) {
      return;
    }
    boolean late =
        clock.status() == ClockState.Status.EXPIRED
            || clock.run().dueAt(calendar).map(now::isAfter).orElse(false);
    ClockState.Status how = late ? ClockState.Status.ENDED : ClockState.Status.MET;
    put(with(clock, how));
    changes.add(new Decision.Change.Stopped(code, how));
  }

  /** A clock that ends while it is paused ends the pause, so that its proof tells the whole. */
  private ClockState with(ClockState c, ClockState.Status status) {
    ClockRun run = c.run().isPaused() ? c.run().resume(now) : c.run();
    return new ClockState(c.clock(), run, status, c.warned(), c.escalations(), null, now);
  }

  private void start(Clock clock, Values fields) {
    ClockRun run = ClockRun.start(now, term(clock, fields));
    put(ClockState.started(clock.code(), run));
    changes.add(new Decision.Change.Started(clock.code(), run.dueAt(calendar).orElse(null)));
  }

  private Term term(Clock clock, Values fields) {
    Optional<Term> fixed = clock.term();
    if (fixed.isPresent()) {
      return fixed.get();
    }
    return clock
        .from()
        .flatMap(fields::get)
        .map(this::until)
        .orElseThrow(() -> new IllegalStateException("clock " + clock.code() + " has no term"));
  }

  /** A day that somebody named ends at 24:00; one that has passed already ends today. */
  private Term until(Value due) {
    LocalDate today = calendar.day(now);
    return switch (due) {
      case Value.Day v -> Term.days((int) Math.max(0, ChronoUnit.DAYS.between(today, v.date())));
      case Value.At v ->
          Term.seconds((int) Math.max(0, Duration.between(now, v.instant()).toSeconds()));
      default -> throw new IllegalStateException("a clock ends at a day or an instant");
    };
  }
}
