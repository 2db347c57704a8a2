package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.time.ClockRun;
import org.tocsin.kernel.time.Term;
import org.tocsin.matters.flow.ClockState;

/** A run of a clock as {@code matter.loop_clock.run} keeps it. */
record KeptClock(
    Instant startedAt,
    Length term,
    List<Pause> pauses,
    List<Extension> extensions,
    boolean warned,
    int escalations,
    @Nullable Instant resumeAt,
    @Nullable Instant endedAt) {

  record Length(int amount, Term.Unit unit, boolean roll) {
    static Length of(Term term) {
      return new Length(term.amount(), term.unit(), term.roll());
    }

    Term term() {
      return new Term(amount, unit, roll);
    }
  }

  record Pause(Instant from, @Nullable Instant until, String reason, @Nullable OfficerId by) {}

  record Extension(Instant at, Length term, String reason, @Nullable OfficerId by) {}

  static KeptClock of(ClockState clock) {
    ClockRun run = clock.run();
    return new KeptClock(
        run.startedAt(),
        Length.of(run.term()),
        run.pauses().stream().map(p -> new Pause(p.from(), p.until(), p.reason(), p.by())).toList(),
        run.extensions().stream()
            .map(e -> new Extension(e.at(), Length.of(e.term()), e.reason(), e.by()))
            .toList(),
        clock.warned(),
        clock.escalations(),
        clock.resumeAt(),
        clock.endedAt());
  }

  ClockState state(String clock, ClockState.Status status) {
    return new ClockState(
        clock,
        new ClockRun(
            startedAt,
            term.term(),
            pauses.stream()
                .map(p -> new ClockRun.Pause(p.from(), p.until(), p.reason(), p.by()))
                .toList(),
            extensions.stream()
                .map(e -> new ClockRun.Extension(e.at(), e.term().term(), e.reason(), e.by()))
                .toList()),
        status,
        warned,
        escalations,
        resumeAt,
        endedAt);
  }
}
