package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.internal.loop.EntryStore.Line;
import org.tocsin.app.matter.internal.loop.LoopWriter.Outcome;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.Decision;
import org.tocsin.matters.flow.Decision.Allowed;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Values;
import org.tocsin.matters.flow.Who;

/**
 * Where every change of a matter is done the same way: take it (right, lock, sight, what is due
 * first, version), let the engine decide, store it, tell it (audit log, open screens).
 */
@Component
class LoopDesk {
  private final LoopStore store;
  private final LoopWriter writer;
  private final LoopKinds kinds;
  private final Engine engine;
  private final Lines lines;
  private final Ledger ledger;
  private final InstanceClock clock;

  LoopDesk(
      LoopStore store,
      LoopWriter writer,
      LoopKinds kinds,
      Engine engine,
      Lines lines,
      Ledger ledger,
      InstanceClock clock) {
    this.store = store;
    this.writer = writer;
    this.kinds = kinds;
    this.engine = engine;
    this.lines = lines;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A change under way. */
  record Work(Actor actor, Who who, Held held, Instant now) {
    MatterId id() {
      return held.row().id();
    }

    MatterKind kind() {
      return held.kind();
    }
  }

  Instant now() {
    return clock.instant();
  }

  ZoneId zone() {
    return clock.getZone();
  }

  /** The matter as the actor may see it. */
  Held get(MatterId id, Sight sight) {
    return store.find(id, sight).map(this::held).orElseThrow(() -> Problem.notFound("matter", id));
  }

  private Held held(LoopStore.Kept kept) {
    MatterKind kind = kinds.get(kept.row().kind(), kept.row().kindVersion());
    return new Held(
        kept.row(),
        kind,
        new org.tocsin.matters.flow.MatterState(
            kind.code(),
            kind.version(),
            kept.row().state(),
            kept.row().raisedAgency(),
            kept.row().agency(),
            kept.row().handler(),
            kept.row().raisedAt(),
            Values.stored(kind, kept.fields()).values(),
            kept.deeds(),
            kept.clocks(),
            kept.proofs()));
  }

  /** Takes a matter to change it: what is due comes first, and may make the version stale. */
  Work take(MatterId id, long version) {
    Actor actor = Acting.require(Permission.MATTER_WORK);
    Who who = engine.who(actor);
    Sight sight = Sight.of(actor);
    if (!store.lock(id, sight)) {
      throw Problem.notFound("matter", id);
    }
    Instant now = clock.instant();
    Held held = caughtUp(get(id, sight), now);
    if (actor.exercise() != null && !actor.exercise().equals(held.row().exercise())) {
      throw Problem.refused(ProblemCode.EXERCISE_MIXED, held.row().number(), actor.name());
    }
    if (version < held.row().editedVersion()) {
      throw Problem.stale(
              "matter", held.row().number(), held.row().editedBy(), held.row().editedAt())
          .with("version", held.row().version());
    }
    return new Work(actor, who, held, now);
  }

  /** Lets the clocks of a locked matter do all that is due. */
  Held caughtUp(Held held, Instant now) {
    Allowed due = engine.flow().catchUp(held.kind(), held.state(), now);
    if (due.changes().isEmpty()) {
      return held;
    }
    return Acting.as(
        Actor.system("clock").in(held.row().exercise()),
        () -> {
          boolean moved = due.changes().stream().anyMatch(Change.Moved.class::isInstance);
          Held after = store(held, held.kind(), due, moved, told(held.kind(), due), now);
          audit(after, Audit.of("matter.fired").detail("changes", names(due)));
          tell(after);
          return after;
        });
  }

  /** The locked matter, whoever asks. */
  Held locked(MatterId id) {
    return get(id, Sight.EVERYTHING);
  }

  /** What the engine allows, or its refusal as a problem. */
  Allowed allowed(Held held, Decision decision) {
    return switch (decision) {
      case Allowed yes -> yes;
      case Decision.Rejected no ->
          throw lines.sayings().problem(held.kind(), held.row().number(), no);
    };
  }

  Held store(
      Held before, MatterKind kind, Allowed decided, boolean edited, List<Line> told, Instant now) {
    return writer.update(
        before, kind, new Outcome(decided.next(), edited, decided.changes(), told), now);
  }

  /** A change that the engine has no part in. */
  Held touch(
      Held before,
      org.tocsin.matters.flow.MatterState next,
      boolean edited,
      List<Line> told,
      Instant now) {
    return store(before, before.kind(), new Allowed(next, List.of()), edited, told, now);
  }

  Held insert(MatterRow row, MatterKind kind, Allowed decided, List<Line> told, Instant now) {
    return writer.insert(
        row, kind, new Outcome(decided.next(), true, decided.changes(), told), now);
  }

  /** The lines of the changes, as they are. */
  List<Line> told(MatterKind kind, Allowed decided) {
    Words words = new Words(kind, zone());
    return decided.changes().stream().map(words::line).toList();
  }

  /** The lines of the changes, the one of the move with what came with it. */
  List<Line> told(
      MatterKind kind,
      Allowed decided,
      @Nullable String reason,
      @Nullable Instant claimedAt,
      Map<String, Object> more) {
    Words words = new Words(kind, zone());
    List<Line> told = new ArrayList<>();
    for (Change change : decided.changes()) {
      told.add(
          change instanceof Change.Moved moved
              ? words.moved(moved, reason, claimedAt, more)
              : words.line(change));
    }
    return told;
  }

  void audit(Held held, Audit what) {
    ledger.audit(
        what.on(held.row().id())
            .detail("number", held.row().number())
            .detail("kind", held.kind().code())
            .detail("state", held.row().state()));
  }

  /** Shows the matter on open screens, without anything personal. */
  void tell(Held held) {
    ledger.publish(
        LiveEntry.of(
            "matter",
            held.row().id(),
            held.row().version(),
            List.of(held.row().agency(), held.row().raisedAgency()),
            lines.of(held.row(), held.kind(), clock.instant())));
  }

  private static List<String> names(Allowed decided) {
    return decided.changes().stream().map(c -> c.getClass().getSimpleName()).toList();
  }
}
