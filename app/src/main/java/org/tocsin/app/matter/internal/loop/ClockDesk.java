package org.tocsin.app.matter.internal.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.Matters.ClockAct;
import org.tocsin.app.matter.Matters.ClockChange;
import org.tocsin.app.matter.internal.loop.LoopDesk.Work;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.time.DueProof;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Decision;

/** Pauses, resumes and extends clocks, and says how their due instants come about. */
@Component
class ClockDesk {
  /** No clock is extended by more than this many of its units at once. */
  private static final int MOST = 100_000;

  private final LoopDesk desk;
  private final Engine engine;

  ClockDesk(LoopDesk desk, Engine engine) {
    this.desk = desk;
    this.engine = engine;
  }

  Held change(MatterId id, String clock, ClockAct act, ClockChange in) {
    Work work = desk.take(id, in.version());
    String reason = Limits.required("reason", in.reason(), Limits.REASON);
    Decision decision = decide(work, clock, act, in, reason);
    Decision.Allowed allowed = desk.allowed(work.held(), decision);
    List<EntryStore.Line> lines =
        desk.told(work.kind(), allowed).stream()
            .map(
                l ->
                    new EntryStore.Line(
                        l.what(), l.words(), with(l.detail(), reason), null, l.data()))
            .toList();
    Held after = desk.store(work.held(), work.kind(), allowed, true, lines, work.now());
    desk.audit(after, Audit.of("matter.clock-" + past(act)).why(reason).detail("clock", clock));
    desk.tell(after);
    return after;
  }

  private Decision decide(Work work, String clock, ClockAct act, ClockChange in, String reason) {
    var state = work.held().state();
    return switch (act) {
      case PAUSE ->
          engine
              .flow()
              .pause(work.kind(), state, clock, reason, in.until(), work.who(), work.now());
      case RESUME -> engine.flow().resume(work.kind(), state, clock, work.who(), work.now());
      case EXTEND ->
          engine
              .flow()
              .extend(
                  work.kind(),
                  state,
                  clock,
                  amount(work, clock, in),
                  reason,
                  work.who(),
                  work.now());
    };
  }

  /** How much more, in the clock's own unit: as asked, or up to the instant asked. */
  private int amount(Work work, String clock, ClockChange in) {
    if (in.amount() != null) {
      if (in.amount() < 1 || in.amount() > MOST) {
        throw Problem.invalid("amount", "range", 1, MOST);
      }
      return in.amount();
    }
    Instant until = in.until();
    if (until == null) {
      throw Problem.invalid("until", "required");
    }
    ClockState state =
        work.held().state().clock(clock).orElseThrow(() -> Problem.notFound("clock", clock));
    WorkCalendar calendar = engine.calendar(work.held().state().handling());
    Instant due = state.run().dueAt(calendar).orElse(work.now());
    if (!until.isAfter(due)) {
      throw Problem.invalid("until", "past", until, due);
    }
    return Math.max(1, units(state.run().term().unit(), due, until, calendar));
  }

  private static int units(Term.Unit unit, Instant due, Instant until, WorkCalendar calendar) {
    Duration more = Duration.between(due, until);
    long units =
        switch (unit) {
          case SECONDS -> more.toSeconds();
          case MINUTES -> more.toMinutes();
          case HOURS -> more.toHours();
          case DAYS -> (more.toHours() + 23) / 24;
          case WORKING_HOURS -> working(due, until, calendar) * 8L;
          case WORKING_DAYS -> working(due, until, calendar);
        };
    return (int) Math.min(units, MOST);
  }

  /** The days after one instant up to the day of another that are worked. */
  private static long working(Instant due, Instant until, WorkCalendar calendar) {
    // A due instant at 24:00 belongs to the day that ends there.
    LocalDate from = calendar.day(due.minusSeconds(1));
    LocalDate to = calendar.day(until.minusSeconds(1));
    return from.datesUntil(to).map(d -> d.plusDays(1)).filter(calendar::isWorkday).count();
  }

  private static Text with(@Nullable Text detail, String reason) {
    return detail == null
        ? new Text(reason, reason)
        : new Text(detail.zh() + "；" + reason, detail.en() + "; " + reason);
  }

  private static String past(ClockAct act) {
    return switch (act) {
      case PAUSE -> "paused";
      case RESUME -> "resumed";
      case EXTEND -> "extended";
    };
  }

  Matters.DueReckoning reckoning(MatterId id, String clock) {
    Held held = desk.get(id, Sight.of(Acting.current()));
    ClockState state =
        held.state().clock(clock).orElseThrow(() -> Problem.notFound("clock", clock));
    DueProof proof = state.run().proof(engine.calendar(held.state().handling()));
    return new Matters.DueReckoning(
        proof.dueAt().orElse(null),
        proof.lines().stream()
            .map(l -> new Matters.DueReckoning.Line(l.at(), new Text(l.zh(), l.en())))
            .toList());
  }
}
