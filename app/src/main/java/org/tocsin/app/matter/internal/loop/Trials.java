package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.uuid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.matter.KindProposal.Late;
import org.tocsin.app.matter.internal.loop.PartsStore.Step;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.time.ClockRun;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.Value;

/**
 * Tries the clocks of a declaration on matters that went before: from the steps they took it is
 * known when they were in which state, and so when each clock would have begun and been left.
 */
@Repository
class Trials {
  private static final int MOST = 2_000;
  private static final int SHOWN = 100;

  private final JdbcClient jdbc;
  private final PartsStore parts;
  private final LoopDesk desk;
  private final Engine engine;

  Trials(JdbcClient jdbc, PartsStore parts, LoopDesk desk, Engine engine) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.desk = desk;
    this.engine = engine;
  }

  KindProposal.Trial of(MatterKind proposed, @Nullable MatterKind used, Instant now) {
    List<MatterId> ids = newest(proposed.code());
    Map<UUID, List<Step>> steps =
        parts.steps(ids).stream().collect(Collectors.groupingBy(Step::matter));
    int before = 0;
    int after = 0;
    List<Late> late = new ArrayList<>();
    for (MatterId id : ids) {
      Held held = desk.get(id, Sight.EVERYTHING);
      List<Step> path = steps.getOrDefault(id.value(), List.of());
      before += used == null || late(held, used, path, now).isEmpty() ? 0 : 1;
      Optional<Late> then = late(held, proposed, path, now);
      after += then.isPresent() ? 1 : 0;
      then.filter(l -> late.size() < SHOWN).ifPresent(late::add);
    }
    return new KindProposal.Trial(
        ids.size(), before, after, open(proposed, false), open(proposed, true), late);
  }

  private List<MatterId> newest(String kind) {
    return jdbc.sql(
            """
            select id from matter.loop_matter where kind = :kind order by id desc limit :most
            """)
        .param("kind", kind)
        .param("most", MOST)
        .query((rs, n) -> new MatterId(uuid(rs, "id")))
        .list();
  }

  private long open(MatterKind proposed, boolean migrating) {
    Integer[] from =
        proposed.migrations().stream().map(MatterKind.Migration::from).toArray(Integer[]::new);
    return jdbc.sql(
            """
            select count(*) from matter.loop_matter
            where open and kind = :kind and kind_version <> :version
              and (not :migrating or kind_version = any(cast(:from as integer[])))
            """)
        .param("kind", proposed.code())
        .param("version", proposed.version())
        .param("migrating", migrating)
        .param("from", from)
        .query(Long.class)
        .single();
  }

  /** The first clock that a matter would have been late on. */
  private Optional<Late> late(Held held, MatterKind kind, List<Step> path, Instant now) {
    for (Clock clock : kind.clocks().values()) {
      Optional<Late> late = late(held, clock, path, now);
      if (late.isPresent()) {
        return late;
      }
    }
    return Optional.empty();
  }

  private Optional<Late> late(Held held, Clock clock, List<Step> path, Instant now) {
    WorkCalendar calendar = engine.calendar(held.row().agency());
    for (Span span : spans(clock, path)) {
      Term term = term(clock, held, span.from(), calendar);
      Instant due =
          term == null ? null : ClockRun.start(span.from(), term).dueAt(calendar).orElse(null);
      Instant left = span.until();
      if (due != null && (left == null ? now : left).isAfter(due)) {
        MatterRow row = held.row();
        return Optional.of(new Late(row.id(), row.number(), row.state(), clock.code(), due, left));
      }
    }
    return Optional.empty();
  }

  private record Span(Instant from, @Nullable Instant until) {}

  /** When the matter was in a state that the clock runs in. */
  private static List<Span> spans(Clock clock, List<Step> path) {
    List<Span> spans = new ArrayList<>();
    Instant from = null;
    for (Step step : path) {
      boolean in = clock.in().contains(step.to());
      if (in && from == null) {
        from = step.at();
      } else if (!in && from != null) {
        spans.add(new Span(from, step.at()));
        from = null;
      }
    }
    if (from != null) {
      spans.add(new Span(from, null));
    }
    return spans;
  }

  private static @Nullable Term term(Clock clock, Held held, Instant from, WorkCalendar calendar) {
    if (clock.term().isPresent()) {
      return clock.term().get();
    }
    Value due = clock.from().flatMap(f -> held.state().fields().get(f)).orElse(null);
    return switch (due) {
      case Value.Day v -> Term.days(days(calendar.day(from), v.date()));
      case Value.At v ->
          Term.minutes((int) Math.max(0, ChronoUnit.MINUTES.between(from, v.instant())));
      case null, default -> null;
    };
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
  }
}
