package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.matter.internal.loop.EntryStore.Line;
import org.tocsin.app.matter.internal.loop.PartsStore.ClockLine;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Firing;
import org.tocsin.matters.flow.MatterState;

/** Stores what the engine decided: row, personal values, deeds, clocks and timers, timeline. */
@Component
class LoopWriter {
  private final LoopStore matters;
  private final PartsStore parts;
  private final EntryStore entries;
  private final Engine engine;
  private final NextFiring next;

  LoopWriter(
      LoopStore matters, PartsStore parts, EntryStore entries, Engine engine, NextFiring next) {
    this.matters = matters;
    this.parts = parts;
    this.entries = entries;
    this.engine = engine;
    this.next = next;
  }

  /**
   * What is to be stored.
   *
   * @param edited whether what others saw before is out of date for acting on it
   * @param changes what the engine did, for clocks and escalations
   * @param lines what the timeline is to say
   */
  record Outcome(MatterState next, boolean edited, List<Change> changes, List<Line> lines) {}

  /** A new matter. */
  Held insert(MatterRow row, MatterKind kind, Outcome what, Instant now) {
    Map<String, Object> fields = what.next().fields().plain();
    Map<Boolean, Map<String, Object>> split = Titles.split(kind, fields);
    MatterRow full = due(titled(row, kind, fields), kind, what.next());
    matters.insert(full, Titles.words(row.number(), kind, fields), open(split));
    parts.personal(row.id(), kind.code(), personal(split));
    Held held = new Held(full, kind, what.next());
    follow(held, List.of(), 0, what, now);
    return held;
  }

  /** A matter that changed. */
  Held update(Held before, MatterKind kind, Outcome what, Instant now) {
    MatterState next = what.next();
    Map<String, Object> fields = next.fields().plain();
    Map<Boolean, Map<String, Object>> split = Titles.split(kind, fields);
    boolean closed = kind.state(next.state()).closed();
    Instant closedAt = !closed ? null : Objects.requireNonNullElse(before.row().closedAt(), now);
    MatterRow row =
        due(titled(moved(before.row(), kind, what, closedAt, now), kind, fields), kind, next);
    matters.update(row, Titles.words(row.number(), kind, fields), open(split));
    Map<String, Object> old = before.state().fields().plain();
    Map<String, Object> personal = personal(split);
    personal.entrySet().removeIf(e -> e.getValue().equals(old.get(e.getKey())));
    parts.personal(row.id(), kind.code(), personal);
    if (!Objects.equals(closedAt, before.row().closedAt()) || (closed && !personal.isEmpty())) {
      parts.keptSince(row.id(), closedAt);
    }
    Held held = new Held(row, kind, next);
    boolean handed = !next.handling().equals(before.state().handling());
    follow(
        held,
        handed ? List.of() : before.state().clocks(),
        before.state().deeds().size(),
        what,
        now);
    return held;
  }

  private static MatterRow moved(
      MatterRow r, MatterKind kind, Outcome what, @Nullable Instant closedAt, Instant now) {
    Actor actor = Acting.current();
    long version = r.version() + 1;
    boolean edited = what.edited();
    return new MatterRow(
        r.id(),
        kind.code(),
        kind.version(),
        r.number(),
        r.title(),
        what.next().state(),
        closedAt == null,
        what.next().handling(),
        r.raisedAgency(),
        what.next().handler(),
        r.raisedAt(),
        r.raisedById(),
        r.raisedBy(),
        closedAt,
        r.dueAt(),
        r.dueClock(),
        r.exercise(),
        version,
        edited ? version : r.editedVersion(),
        edited ? actor.name() : r.editedBy(),
        edited ? now : r.editedAt(),
        now);
  }

  private static MatterRow titled(MatterRow r, MatterKind kind, Map<String, Object> fields) {
    return with(r, Titles.of(kind, fields), r.dueAt(), r.dueClock());
  }

  /** The next due instant of its running clocks. */
  private MatterRow due(MatterRow r, MatterKind kind, MatterState state) {
    WorkCalendar calendar = engine.calendar(state.handling());
    record Due(Instant at, String clock) {}
    return state.clocks().stream()
        .filter(c -> c.isLive() && kind.clocks().containsKey(c.clock()))
        .flatMap(c -> c.run().dueAt(calendar).map(at -> new Due(at, c.clock())).stream())
        .min(Comparator.comparing(Due::at))
        .map(d -> with(r, r.title(), d.at(), d.clock()))
        .orElseGet(() -> with(r, r.title(), null, null));
  }

  private static MatterRow with(
      MatterRow r, String title, @Nullable Instant dueAt, @Nullable String dueClock) {
    return new MatterRow(
        r.id(),
        r.kind(),
        r.kindVersion(),
        r.number(),
        title,
        r.state(),
        r.open(),
        r.agency(),
        r.raisedAgency(),
        r.handler(),
        r.raisedAt(),
        r.raisedById(),
        r.raisedBy(),
        r.closedAt(),
        dueAt,
        dueClock,
        r.exercise(),
        r.version(),
        r.editedVersion(),
        r.editedBy(),
        r.editedAt(),
        r.updatedAt());
  }

  private void follow(
      Held held, List<ClockState> before, int deedsBefore, Outcome what, Instant now) {
    MatterId id = held.row().id();
    deeds(held, deedsBefore, what.changes());
    Set<ClockState> same = new HashSet<>(before);
    held.state().clocks().stream()
        .filter(c -> !same.contains(c))
        .forEach(c -> parts.clock(id, line(held, c)));
    for (Change change : what.changes()) {
      if (change instanceof Change.Escalated up) {
        AgencyId told = engine.above(held.row().agency(), up.level());
        parts.escalated(id, up.clock(), up.level(), told, now);
      } else if (change instanceof Change.Stopped stopped) {
        parts.settle(id, stopped.clock(), now);
      }
    }
    what.lines().forEach(l -> entries.write(id, now, Acting.current(), l));
  }

  private void deeds(Held held, int before, List<Change> changes) {
    List<Change.Moved> moves =
        changes.stream()
            .filter(Change.Moved.class::isInstance)
            .map(Change.Moved.class::cast)
            .toList();
    if (held.state().deeds().size() != before + moves.size()) {
      throw new IllegalStateException("every move is one deed, and every deed one move");
    }
    moves.forEach(
        m -> parts.deed(held.row().id(), m.deed(), m.from().isEmpty() ? null : m.from(), m.to()));
  }

  private ClockLine line(Held held, ClockState clock) {
    WorkCalendar calendar = engine.calendar(held.state().handling());
    Clock declared = held.kind().clocks().get(clock.clock());
    Instant fire =
        engine
            .flow()
            .nextFiring(held.kind(), held.state(), clock.clock())
            .map(Firing::at)
            .orElse(null);
    if (fire != null) {
      next.atCommit(fire);
    }
    Instant warn =
        declared == null
            ? null
            : declared.warn().flatMap(w -> clock.run().warnAt(w, calendar)).orElse(null);
    return new ClockLine(clock, clock.run().dueAt(calendar).orElse(null), warn, fire);
  }

  private static Map<String, Object> open(Map<Boolean, Map<String, Object>> split) {
    return split.getOrDefault(false, Map.of());
  }

  private static Map<String, Object> personal(Map<Boolean, Map<String, Object>> split) {
    return split.getOrDefault(true, Map.of());
  }
}
