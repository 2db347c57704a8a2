package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.Transition;
import org.tocsin.matters.flow.Decision.Allowed;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Decision.Rejected;

/**
 * Decides every act on a matter by its declaration. Pure: the same question has the same answer,
 * and nothing is stored; whoever asks stores {@link Allowed#next} in the transaction in which it
 * read the matter.
 */
public final class Flow {
  private final Tree tree;
  private final Calendars calendars;

  /** An engine for one tree of agencies and their calendars. */
  public Flow(Tree tree, Calendars calendars) {
    this.tree = tree;
    this.calendars = calendars;
  }

  /** Begins a matter. */
  public Decision raise(MatterKind kind, Raising raising, Who who, Instant now) {
    Values.Parsed form = Values.parse(kind, kind.raise().asks(), raising.fields(), Values.EMPTY);
    Guard guard =
        new Guard(
            new Guard.Ground(
                kind, form.values(), List.of(), raising.raisedIn(), raising.handling(), null),
            who,
            tree);
    Optional<Rejected> no =
        guard
            .refuse(kind.raise().by(), false, Deed.RAISE)
            .or(() -> faults(kind, kind.raise().asks(), form, raising.handling(), now))
            .or(() -> proof(kind.raise().proof(), raising.proofs()));
    if (no.isPresent()) {
      return no.get();
    }
    return moves(kind).begin(raising, form.values(), who.officer(), now);
  }

  /**
   * Decides an act. A default that is due comes before it: with {@link Refusal#TIMER_DUE} the
   * caller first lets the matter {@link #catchUp}.
   */
  public Decision decide(MatterKind kind, MatterState state, Act act, Who who, Instant now) {
    Transition t = kind.transitions().get(act.transition());
    if (t == null) {
      return Rejected.of(Refusal.NO_SUCH_TRANSITION, Map.of("transition", act.transition()));
    }
    Optional<Rejected> no = due(state, now).or(() -> open(kind, state, t, who, act.handTo()));
    if (no.isPresent()) {
      return no.get();
    }
    Values.Parsed form = Values.parse(kind, t.asks(), act.fields(), state.fields());
    no =
        faults(kind, t.asks(), form, state.handling(), now)
            .or(() -> proof(t.proof(), act.proofs()))
            .or(() -> reason(t, act.reason()));
    return no.<Decision>map(r -> r)
        .orElseGet(() -> moves(kind).move(state, t, form.values(), act, who.officer(), now));
  }

  /** Every transition from the present state that a person can do, and why this one may not. */
  public List<ActView> acts(MatterKind kind, MatterState state, Who who) {
    return kind.exits(state.state()).stream()
        .filter(t -> t.by().person())
        .map(t -> new ActView(t, open(kind, state, t, who, null)))
        .toList();
  }

  /** Why a matter may not be assigned to an officer, or empty. */
  public Optional<Rejected> mayHandle(MatterKind kind, MatterState state, Who candidate) {
    return new Guard(Guard.Ground.of(kind, state), candidate, tree).subject();
  }

  /** The next thing the matter does by itself, or empty. */
  public Optional<Firing> nextFiring(MatterKind kind, MatterState state) {
    return state.clocks().stream()
        .flatMap(c -> nextFiring(kind, state, c.clock()).stream())
        .min(Comparator.comparing(Firing::at));
  }

  /** The next thing one clock does by itself, or empty. */
  public Optional<Firing> nextFiring(MatterKind kind, MatterState state, String clock) {
    int levels = tree.levelsAbove(state.handling());
    WorkCalendar calendar = calendars.of(state.handling());
    return kind.clock(clock)
        .flatMap(
            declared ->
                state.clock(clock).flatMap(c -> Timers.next(declared, c, levels, calendar)));
  }

  /**
   * Lets one clock do the one thing that is due. Ask again until the answer is {@link
   * Refusal#NOTHING_DUE}.
   */
  public Decision fire(MatterKind kind, MatterState state, String clock, Instant now) {
    Optional<Firing> next = nextFiring(kind, state, clock).filter(f -> !f.at().isAfter(now));
    if (next.isEmpty()) {
      return Rejected.of(Refusal.NOTHING_DUE, Map.of("clock", clock));
    }
    ClockState c = state.clock(clock).orElseThrow();
    Optional<Transition> byDefault =
        kind.clock(clock).flatMap(Clock::expiry).flatMap(kind::transition);
    return next.get().what() == Firing.What.EXPIRE && byDefault.isPresent()
        ? moves(kind).expire(state, byDefault.get(), c, next.get(), now)
        : clockActs(kind, state).fired(c, next.get());
  }

  /** Lets all clocks do all that is due, in the order in which it was due. */
  public Allowed catchUp(MatterKind kind, MatterState state, Instant now) {
    MatterState at = state;
    List<Change> changes = new ArrayList<>();
    while (true) {
      Optional<Firing> next = nextFiring(kind, at).filter(f -> !f.at().isAfter(now));
      if (next.isEmpty()) {
        return new Allowed(at, changes);
      }
      switch (fire(kind, at, next.get().clock(), now)) {
        case Allowed done -> {
          at = done.next();
          changes.addAll(done.changes());
        }
        case Rejected no -> throw new IllegalStateException("a due timer was refused: " + no);
      }
    }
  }

  /** Stops a clock, at most until {@code until} and never longer than the declaration allows. */
  public Decision pause(
      MatterKind kind,
      MatterState state,
      String clock,
      String reason,
      @Nullable Instant until,
      Who who,
      Instant now) {
    return clockActs(kind, state).pause(clock, reason, until, guard(kind, state, who), who, now);
  }

  /** Lets a paused clock count on. */
  public Decision resume(MatterKind kind, MatterState state, String clock, Who who, Instant now) {
    return clockActs(kind, state).resume(clock, guard(kind, state, who), now);
  }

  /** Gives a clock more time: {@code amount} of its own unit. */
  public Decision extend(
      MatterKind kind,
      MatterState state,
      String clock,
      int amount,
      String reason,
      Who who,
      Instant now) {
    return clockActs(kind, state).extend(clock, amount, reason, guard(kind, state, who), who, now);
  }

  /**
   * Moves a matter to a newer version of its declaration by its declared step; empty if there is
   * none.
   */
  public Optional<Allowed> migrate(MatterKind to, MatterState state, Instant now) {
    return to.migrations().stream()
        .filter(m -> m.from() == state.version())
        .findFirst()
        .map(m -> m.states().getOrDefault(state.state(), state.state()))
        .filter(s -> to.states().containsKey(s))
        .map(s -> moves(to).adopt(state, s, now));
  }

  private Guard guard(MatterKind kind, MatterState state, Who who) {
    return new Guard(Guard.Ground.of(kind, state), who, tree);
  }

  private Moves moves(MatterKind kind) {
    return new Moves(kind, calendars);
  }

  private ClockActs clockActs(MatterKind kind, MatterState state) {
    return new ClockActs(kind, state, calendars.of(state.handling()));
  }

  /** What was due before now must be done before anything else; a warning may come late. */
  private Optional<Rejected> due(MatterState state, Instant now) {
    WorkCalendar calendar = calendars.of(state.handling());
    return state.clocks().stream()
        .filter(c -> ClockActs.isBehind(c, calendar, now))
        .findFirst()
        .map(c -> Rejected.of(Refusal.TIMER_DUE, Map.of("clock", c.clock())));
  }

  private Optional<Rejected> open(
      MatterKind kind, MatterState state, Transition t, Who who, @Nullable AgencyId handTo) {
    if (!t.from().contains(state.state())) {
      return Optional.of(
          Rejected.of(
              Refusal.NOT_FROM_STATE, Map.of("transition", t.code(), "state", state.state())));
    }
    if (handTo != null && !t.handOver()) {
      return Optional.of(Rejected.of(Refusal.NO_HAND_OVER, Map.of("transition", t.code())));
    }
    return guard(kind, state, who)
        .refuse(t.by(), t.subjects(), t.code())
        .or(
            () ->
                t.when()
                    .filter(c -> !Conditions.hold(c, state.fields()))
                    .map(c -> Rejected.of(Refusal.CONDITION, Map.of("transition", t.code()))));
  }

  private Optional<Rejected> faults(
      MatterKind kind, List<String> asks, Values.Parsed form, AgencyId handling, Instant now) {
    List<FieldFault> all = new ArrayList<>(form.faults());
    WorkCalendar calendar = calendars.of(handling);
    kind.clocks().values().stream()
        .flatMap(c -> c.from().stream())
        .distinct()
        .filter(asks::contains)
        .filter(f -> form.values().get(f).map(v -> isPast(v, calendar, now)).orElse(false))
        .forEach(f -> all.add(new FieldFault(f, FieldFault.Why.PAST, "")));
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rejected(Refusal.FIELDS, Map.of(), all));
  }

  private static boolean isPast(Value value, WorkCalendar calendar, Instant now) {
    return switch (value) {
      case Value.Day v -> v.date().isBefore(calendar.day(now));
      case Value.At v -> v.instant().isBefore(now);
      default -> false;
    };
  }

  private static Optional<Rejected> proof(
      List<ProofKind.Needed> needed, Map<ProofKind, Integer> given) {
    return needed.stream()
        .filter(n -> given.getOrDefault(n.kind(), 0) < n.min())
        .findFirst()
        .map(
            n ->
                Rejected.of(
                    Refusal.PROOF,
                    Map.of("kind", n.kind().word(), "min", String.valueOf(n.min()))));
  }

  private static Optional<Rejected> reason(Transition t, String reason) {
    return t.reason() && reason.isBlank()
        ? Optional.of(Rejected.of(Refusal.REASON, Map.of("transition", t.code())))
        : Optional.empty();
  }
}
