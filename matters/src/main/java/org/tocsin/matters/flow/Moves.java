package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.Transition;
import org.tocsin.matters.flow.Decision.Allowed;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Decision.Rejected;

/** What follows from an act that was let through: the next state of the matter and its clocks. */
final class Moves {
  private final MatterKind kind;
  private final Calendars calendars;

  Moves(MatterKind kind, Calendars calendars) {
    this.kind = kind;
    this.calendars = calendars;
  }

  /** A new matter. */
  Allowed begin(Raising raising, Values fields, @Nullable OfficerId officer, Instant now) {
    Deed deed = new Deed(Deed.RAISE, officer, now);
    Clocks clocks =
        new Clocks(kind, calendars.of(raising.handling()), now, List.of())
            .begin(kind.start(), fields);
    MatterState next =
        new MatterState(
            kind.code(),
            kind.version(),
            kind.start(),
            raising.raisedIn(),
            raising.handling(),
            null,
            now,
            fields,
            List.of(deed),
            clocks.all(),
            raising.proofs());
    return new Allowed(next, changes(new Change.Moved("", kind.start(), deed), clocks));
  }

  /** An act, unless it would close without what closing needs. */
  Decision move(
      MatterState state,
      Transition t,
      Values fields,
      Act act,
      @Nullable OfficerId officer,
      Instant now) {
    Deed deed = new Deed(t.code(), officer, now);
    List<Deed> deeds = new ArrayList<>(state.deeds());
    deeds.add(deed);
    Map<ProofKind, Integer> proofs = new EnumMap<>(ProofKind.class);
    proofs.putAll(state.proofs());
    act.proofs().forEach((k, n) -> proofs.merge(k, n, Integer::sum));
    Optional<Rejected> no = ClosingRule.refuse(kind, kind.state(t.to()), deeds, proofs);
    if (no.isPresent()) {
      return no.get();
    }
    AgencyId handling = act.handTo() == null ? state.handling() : act.handTo();
    Clocks clocks =
        new Clocks(kind, calendars.of(handling), now, state.clocks())
            .move(state.state(), t.to(), t.code(), fields);
    MatterState next =
        new MatterState(
            kind.code(),
            state.version(),
            t.to(),
            state.raisedIn(),
            handling,
            handling.equals(state.handling()) ? state.handler() : null,
            state.raisedAt(),
            fields,
            deeds,
            clocks.all(),
            proofs);
    return new Allowed(next, changes(new Change.Moved(state.state(), t.to(), deed), clocks));
  }

  /**
   * The default of a clock whose time is up. A matter that came over from an older version may not
   * be fit to close; then the clock stays expired and people must see to it.
   */
  Decision expire(MatterState state, Transition t, ClockState clock, Firing due, Instant now) {
    Clocks ending =
        new Clocks(kind, calendars.of(state.handling()), now, state.clocks()).ended(clock);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Expired(clock.clock(), due.at()));
    changes.addAll(ending.changes());
    MatterState ended = ClockActs.withClocks(state, ending.all());
    Decision moved = move(ended, t, state.fields(), Act.of(t.code()), null, now);
    return switch (moved) {
      case Allowed done -> {
        changes.addAll(done.changes());
        yield new Allowed(done.next(), changes);
      }
      case Rejected no ->
          new ClockActs(kind, state, calendars.of(state.handling())).fired(clock, due);
    };
  }

  /** A matter of an older version, in the state it has here. */
  Allowed adopt(MatterState state, String at, Instant now) {
    Clocks clocks =
        new Clocks(kind, calendars.of(state.handling()), now, state.clocks())
            .adopt(at, state.fields());
    MatterState next =
        new MatterState(
            kind.code(),
            kind.version(),
            at,
            state.raisedIn(),
            state.handling(),
            state.handler(),
            state.raisedAt(),
            state.fields(),
            state.deeds(),
            clocks.all(),
            state.proofs());
    return new Allowed(next, clocks.changes());
  }

  private static List<Change> changes(Change first, Clocks clocks) {
    List<Change> all = new ArrayList<>();
    all.add(first);
    all.addAll(clocks.changes());
    return all;
  }
}
