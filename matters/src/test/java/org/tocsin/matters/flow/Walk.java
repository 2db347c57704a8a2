package org.tocsin.matters.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.Clock;
import org.tocsin.matters.Closing;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.Transition;

/**
 * One walk over one declaration: random acts by random people. Decisions are thrown away now and
 * then, as a crash would. What must hold is told here in words of its own, not the engine's.
 */
final class Walk {
  private final MatterKind kind;
  private final Random random;
  private final Forms forms;
  private final List<Who> people = new ArrayList<>();
  private final List<MatterState> matters = new ArrayList<>();
  private final Set<String> firedOnce = new HashSet<>();
  private final Map<String, Integer> done = new HashMap<>();
  private Instant now = People.at("2026-03-02T10:00");

  Walk(MatterKind kind, long seed) {
    this.kind = kind;
    this.random = new Random(seed + kind.code().hashCode());
    this.forms = new Forms(random);
    Set<String> roles = new TreeSet<>(kind.raise().by().roles());
    kind.transitions().values().forEach(t -> roles.addAll(t.by().roles()));
    Set<String> posts =
        kind.transitions().values().stream()
            .flatMap(t -> t.by().posts().stream())
            .collect(Collectors.toSet());
    for (int i = 0; i < 40; i++) {
      Set<String> own =
          roles.stream().filter(r -> random.nextInt(3) > 0).collect(Collectors.toSet());
      people.add(new Who(People.officer(i), own, posts, pick(People.ALL)));
    }
  }

  /** Walks, and asks that most of the kind was lived. */
  void walk(int acts) {
    stroll(acts);
    Set<String> never = new TreeSet<>(kind.transitions().keySet());
    never.removeAll(done.keySet());
    assertThat(matters).as(kind.code()).isNotEmpty();
    // Rare conjunctions of people, amounts and time may be missed; most of a kind must be lived.
    assertThat(never.size())
        .as("%s: never done in %d acts: %s", kind.code(), acts, never)
        .isLessThanOrEqualTo(kind.transitions().size() / 2);
  }

  /** Walks, and only asks that nothing wrong happens. */
  void stroll(int acts) {
    for (int i = 0; i < acts; i++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(10) == 0 ? 8000 : 200)));
      if (matters.size() < 5 || random.nextInt(40) == 0) {
        raise();
      } else {
        step(random.nextInt(matters.size()));
      }
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void raise() {
    Map<ProofKind, Integer> proofs = proofs(kind.raise().proof());
    Map<String, Object> raw = forms.fill(kind, kind.raise().asks(), Values.EMPTY, now);
    Raising raising = new Raising(People.EAST_1, pick(People.ALL), raw, proofs);
    for (int i = 0; i < 60; i++) {
      if (People.FLOW.raise(kind, raising, pick(people), now) instanceof Decision.Allowed a) {
        matters.add(check(null, a));
        return;
      }
    }
  }

  private static Map<ProofKind, Integer> proofs(List<ProofKind.Needed> needed) {
    Map<ProofKind, Integer> all = new EnumMap<>(ProofKind.class);
    needed.forEach(n -> all.put(n.kind(), n.min()));
    return all;
  }

  private void step(int index) {
    MatterState state = matters.get(index);
    Decision.Allowed caught = People.FLOW.catchUp(kind, state, now);
    caught.changes().forEach(c -> once(index, state, caught.next(), c));
    MatterState at = check(state, caught);
    nothingMissed(at);
    matters.set(index, at);
    Who who = pick(people);
    Function<MatterState, Decision> act = anything(at, who);
    Decision decision = act.apply(at);
    // A crash after deciding and before storing: the same question again has the same answer.
    assertThat(act.apply(at)).isEqualTo(decision);
    switch (decision) {
      case Decision.Allowed allowed -> {
        if (random.nextInt(10) > 0) {
          matters.set(index, check(at, allowed));
          allowed.changes().stream()
              .filter(c -> c instanceof Decision.Change.Moved)
              .forEach(c -> person((Decision.Change.Moved) c, at, who));
        }
      }
      // What is proved never comes to a closing that lacks something, nor to a default unfit to do.
      case Decision.Rejected no ->
          assertThat(no.refusal()).isNotIn(Refusal.CLOSING, Refusal.TIMER_DUE);
    }
  }

  /** After catching up, no default that is due is left undone. */
  private void nothingMissed(MatterState at) {
    for (ClockState c : at.clocks()) {
      boolean byDefault = kind.clock(c.clock()).flatMap(Clock::expiry).isPresent();
      if (c.isLive() && byDefault) {
        assertThat(c.status()).isNotEqualTo(ClockState.Status.EXPIRED);
        c.run().dueAt(People.CALENDAR).ifPresent(due -> assertThat(due).isAfter(now));
      }
    }
  }

  private Function<MatterState, Decision> anything(MatterState at, Who who) {
    int what = random.nextInt(20);
    if (what < 3 && !at.clocks().isEmpty()) {
      String clock = pick(at.clocks()).clock();
      int amount = 1 + random.nextInt(5);
      return switch (what) {
        case 0 -> m -> People.FLOW.pause(kind, m, clock, "理由", null, who, now);
        case 1 -> m -> People.FLOW.resume(kind, m, clock, who, now);
        default -> m -> People.FLOW.extend(kind, m, clock, amount, "理由", who, now);
      };
    }
    List<Transition> exits = kind.exits(at.state());
    Transition t =
        exits.isEmpty() || random.nextInt(10) == 0
            ? pick(List.copyOf(kind.transitions().values()))
            : pick(exits);
    Map<String, Object> raw = forms.fill(kind, t.asks(), at.fields(), now);
    if (random.nextInt(8) == 0 && !raw.isEmpty()) {
      raw.remove(raw.keySet().iterator().next());
    }
    AgencyId handTo = t.handOver() && random.nextBoolean() ? pick(People.ALL) : null;
    Act act = new Act(t.code(), raw, proofs(t.proof()), random.nextInt(10) > 0 ? "理由" : "", handTo);
    return m -> People.FLOW.decide(kind, m, act, who, now);
  }

  /** A default, a warning for one due instant and a step up happen once in a run of a clock. */
  private void once(int matter, MatterState before, MatterState after, Decision.Change change) {
    String key =
        switch (change) {
          case Decision.Change.Expired c -> run(before, after, c.clock()) + " expired";
          case Decision.Change.Warned c -> run(before, after, c.clock()) + " warned " + c.dueAt();
          case Decision.Change.Escalated c ->
              run(before, after, c.clock()) + " escalated " + c.level();
          default -> "";
        };
    if (!key.isEmpty() && change instanceof Decision.Change.Expired) {
      assertThat(firedOnce.add(matter + " " + key)).as("%s twice", key).isTrue();
    }
  }

  private static String run(MatterState before, MatterState after, String clock) {
    return clock
        + " "
        + before.clock(clock).or(() -> after.clock(clock)).orElseThrow().run().startedAt();
  }

  /** What a person did was theirs to do. */
  private void person(Decision.Change.Moved moved, MatterState before, Who who) {
    Transition t = kind.transition(moved.deed().transition()).orElseThrow();
    OfficerId me = Objects.requireNonNull(who.officer());
    if (t.confirms()) {
      assertThat(before.deeds().stream().filter(this::isWork).map(Deed::officer))
          .as("%s by %s", t.code(), me)
          .doesNotContain(me);
    }
    boolean named =
        before.fields().plain().entrySet().stream()
            .filter(e -> kind.field(e.getKey()).subject())
            .anyMatch(e -> e.getValue().toString().contains(me.toString()));
    if (!t.subjects()) {
      assertThat(named).as("%s by the one complained of", t.code()).isFalse();
    }
    if (!t.by().roles().isEmpty()) {
      assertThat(who.roles()).containsAnyElementsOf(t.by().roles());
    }
  }

  private boolean isWork(Deed d) {
    Transition t = kind.transitions().get(d.transition());
    return t != null && t.work();
  }

  /** What holds of every matter at every moment. */
  private MatterState check(@Nullable MatterState before, Decision.Allowed allowed) {
    MatterState at = allowed.next();
    assertThat(kind.states()).containsKey(at.state());
    String from = before == null ? "" : before.state();
    for (Decision.Change c : allowed.changes()) {
      if (c instanceof Decision.Change.Moved m) {
        assertThat(m.from()).isEqualTo(from);
        from = m.to();
        done.merge(m.deed().transition(), 1, Integer::sum);
        if (!m.from().isEmpty()) {
          Transition t = kind.transition(m.deed().transition()).orElseThrow();
          assertThat(t.from()).contains(m.from());
          assertThat(t.to()).isEqualTo(m.to());
        }
      }
    }
    assertThat(at.state()).isEqualTo(from);
    Set<String> live =
        at.clocks().stream()
            .filter(ClockState::isLive)
            .map(ClockState::clock)
            .collect(Collectors.toSet());
    Set<String> expected =
        kind.clocks().values().stream()
            .filter(c -> c.in().contains(at.state()))
            .map(c -> c.code())
            .collect(Collectors.toSet());
    assertThat(live).as("clocks in %s", at.state()).isEqualTo(expected);
    closed(at);
    return at;
  }

  private void closed(MatterState at) {
    Closing closing = kind.closing();
    if (!kind.state(at.state()).closed()
        || !closing.confirmation()
        || kind.state(at.state()).waives().containsKey(Closing.Need.CONFIRMATION)) {
      return;
    }
    int lastWork = -1;
    int lastConfirm = -1;
    for (int i = 0; i < at.deeds().size(); i++) {
      Transition t = kind.transitions().get(at.deeds().get(i).transition());
      if (t != null && t.work()) {
        lastWork = i;
      }
      if (t != null && t.confirms()) {
        lastConfirm = i;
      }
    }
    assertThat(lastConfirm).as("%s", at.deeds()).isGreaterThan(lastWork);
    OfficerId confirmer = at.deeds().get(lastConfirm).officer();
    assertThat(confirmer).isNotNull();
    assertThat(at.deeds().subList(0, lastConfirm).stream().filter(this::isWork).map(Deed::officer))
        .doesNotContain(confirmer);
  }
}
