package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.time.ClockRun;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.Decision.Allowed;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Decision.Rejected;

/** What is done to one clock alone: by persons, and by time. */
final class ClockActs {
  private final MatterKind kind;
  private final MatterState state;
  private final WorkCalendar calendar;

  ClockActs(MatterKind kind, MatterState state, WorkCalendar calendar) {
    this.kind = kind;
    this.state = state;
    this.calendar = calendar;
  }

  Decision pause(
      String code, String reason, @Nullable Instant until, Guard guard, Who who, Instant now) {
    Optional<ClockState> running = live(code, ClockState.Status.RUNNING, now);
    if (running.isEmpty()) {
      return notSo(code);
    }
    Optional<Clock.Pausing> rule = kind.clock(code).flatMap(Clock::pause);
    if (rule.isEmpty()) {
      return Rejected.of(Refusal.CLOCK_FIXED, Map.of("clock", code));
    }
    Optional<Rejected> no = guard.refuse(rule.get().by(), false, code);
    if (no.isPresent()) {
      return no.get();
    }
    if (reason.isBlank()) {
      return Rejected.of(Refusal.REASON, Map.of("clock", code));
    }
    ClockRun run = running.get().run();
    Instant latest = calendar.after(now, rule.get().atMost());
    Instant end = until == null ? latest : until;
    if (run.pauses().size() >= rule.get().times() || end.isAfter(latest) || !end.isAfter(now)) {
      return limit(code, rule.get().times() + "×" + write(rule.get().atMost()));
    }
    ClockState c = running.get();
    return put(
        new ClockState(
            code,
            run.pause(now, reason.strip(), who.officer()),
            ClockState.Status.PAUSED,
            c.warned(),
            c.escalations(),
            end,
            null),
        new Change.Paused(code, end));
  }

  Decision resume(String code, Guard guard, Instant now) {
    Optional<ClockState> paused = live(code, ClockState.Status.PAUSED, now);
    Optional<Clock.Pausing> rule = kind.clock(code).flatMap(Clock::pause);
    if (paused.isEmpty() || rule.isEmpty()) {
      return notSo(code);
    }
    return guard
        .refuse(rule.get().by(), false, code)
        .<Decision>map(no -> no)
        .orElseGet(() -> resumed(paused.get(), now));
  }

  Decision extend(String code, int amount, String reason, Guard guard, Who who, Instant now) {
    Optional<ClockState> live =
        live(code, ClockState.Status.RUNNING, now)
            .or(() -> live(code, ClockState.Status.PAUSED, now));
    if (live.isEmpty()) {
      return notSo(code);
    }
    Optional<Clock.Extending> rule = kind.clock(code).flatMap(Clock::extend);
    if (rule.isEmpty()) {
      return Rejected.of(Refusal.CLOCK_FIXED, Map.of("clock", code));
    }
    Optional<Rejected> no = guard.refuse(rule.get().by(), false, code);
    if (no.isPresent()) {
      return no.get();
    }
    if (reason.isBlank()) {
      return Rejected.of(Refusal.REASON, Map.of("clock", code));
    }
    ClockRun run = live.get().run();
    long all = (long) run.allowed().amount() - run.term().amount() + amount;
    long most = inUnit(rule.get().atMost(), run.term().unit());
    if (amount < 1 || all > most || run.extensions().size() >= rule.get().times()) {
      return limit(code, rule.get().times() + "×, " + write(rule.get().atMost()));
    }
    return extended(live.get(), new Term(amount, run.term().unit(), false), reason, who, now);
  }

  /**
   * What time alone does: a pause ends, a warning, the due instant without a default, a step up.
   */
  Decision fired(ClockState c, Firing firing) {
    return switch (firing.what()) {
      case RESUME -> resumed(c, firing.at());
      case WARN ->
          put(as(c, c.status(), true, c.escalations()), new Change.Warned(c.clock(), due(c)));
      case EXPIRE ->
          put(
              as(c, ClockState.Status.EXPIRED, true, c.escalations()),
              new Change.Expired(c.clock(), due(c)));
      case ESCALATE ->
          put(
              as(c, c.status(), c.warned(), c.escalations() + 1),
              new Change.Escalated(c.clock(), c.escalations() + 1, due(c)));
    };
  }

  static MatterState withClocks(MatterState s, List<ClockState> clocks) {
    return new MatterState(
        s.kind(),
        s.version(),
        s.state(),
        s.raisedIn(),
        s.handling(),
        s.handler(),
        s.raisedAt(),
        s.fields(),
        s.deeds(),
        clocks,
        s.proofs());
  }

  private Decision resumed(ClockState c, Instant at) {
    ClockRun run = c.run().resume(at);
    return put(
        new ClockState(
            c.clock(), run, ClockState.Status.RUNNING, c.warned(), c.escalations(), null, null),
        new Change.Resumed(c.clock(), run.dueAt(calendar).orElse(null)));
  }

  /** A warning that was given for the old due instant is given again for the new one. */
  private Decision extended(ClockState c, Term more, String reason, Who who, Instant now) {
    ClockRun run = c.run().extend(now, more, reason.strip(), who.officer());
    return put(
        new ClockState(c.clock(), run, c.status(), false, c.escalations(), c.resumeAt(), null),
        new Change.Extended(c.clock(), run.dueAt(calendar).orElse(null)));
  }

  private Optional<ClockState> live(String code, ClockState.Status status, Instant now) {
    return state
        .clock(code)
        .filter(c -> c.status() == status && kind.clocks().containsKey(code))
        .filter(c -> !isBehind(c, calendar, now));
  }

  /** Whether a clock should have expired or gone on by now and has not yet been let to. */
  static boolean isBehind(ClockState c, WorkCalendar calendar, Instant now) {
    return switch (c.status()) {
      case RUNNING -> !c.run().dueAt(calendar).orElseThrow().isAfter(now);
      case PAUSED -> c.resumeAt() != null && !c.resumeAt().isAfter(now);
      case EXPIRED, MET, ENDED -> false;
    };
  }

  private Instant due(ClockState c) {
    return c.run().dueAt(calendar).orElseThrow();
  }

  private static ClockState as(
      ClockState c, ClockState.Status status, boolean warned, int escalations) {
    return new ClockState(
        c.clock(), c.run(), status, warned, escalations, c.resumeAt(), c.endedAt());
  }

  private Decision put(ClockState changed, Change change) {
    List<ClockState> all = new ArrayList<>(state.clocks());
    all.replaceAll(c -> c.clock().equals(changed.clock()) ? changed : c);
    return new Allowed(withClocks(state, all), List.of(change));
  }

  private Decision notSo(String code) {
    return Rejected.of(
        kind.clocks().containsKey(code) ? Refusal.CLOCK_STATE : Refusal.NO_SUCH_CLOCK,
        Map.of("clock", code));
  }

  private static Rejected limit(String code, String limit) {
    return Rejected.of(Refusal.CLOCK_LIMIT, Map.of("clock", code, "limit", limit));
  }

  /** Days, hours and minutes of an instant that somebody named are counted in its seconds. */
  private static long inUnit(Term term, Term.Unit unit) {
    return unit == Term.Unit.SECONDS
        ? switch (term.unit()) {
          case DAYS -> term.amount() * 86_400L;
          case HOURS -> term.amount() * 3_600L;
          case MINUTES -> term.amount() * 60L;
          default -> term.amount();
        }
        : term.amount();
  }

  private static String write(Term term) {
    return term.amount() + " " + term.unit();
  }
}
