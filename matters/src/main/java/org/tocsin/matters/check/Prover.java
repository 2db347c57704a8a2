package org.tocsin.matters.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.matters.Clock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Transition;
import org.tocsin.matters.flow.Deed;

/**
 * Proves that a declaration can be lived: every state is reached, every open state is left and has
 * its clock, every default can be done, and (in {@link Paths}) no way closes without what closing
 * needs.
 */
final class Prover {
  private final MatterKind kind;
  private final Report report;

  Prover(MatterKind kind, Report report) {
    this.kind = kind;
    this.report = report;
  }

  void prove() {
    reachable();
    kind.states().values().stream().filter(s -> !s.closed()).forEach(this::open);
    kind.clocks().values().forEach(this::defaults);
    if (report.isClean()) {
      new Paths(kind, report).prove();
    }
  }

  private void reachable() {
    Set<String> reached = from(kind.start());
    for (State s : kind.states().values()) {
      if (!reached.contains(s.code())) {
        report.at(
            "states." + s.code(),
            Say.say(
                "状态“%s”到不了".formatted(s.code()),
                "state '%s' cannot be reached from '%s'".formatted(s.code(), kind.start()),
                "加一个通向它的步骤，或删去它",
                "add a transition that leads there, or remove it"));
      } else if (!s.closed() && from(s.code()).stream().noneMatch(this::isClosed)) {
        report.at(
            "states." + s.code(),
            Say.say(
                "从“%s”永远办结不了".formatted(s.code()),
                "nothing ever closes from '%s'".formatted(s.code()),
                "加一条通向办结状态的路",
                "add a way to a closed state"));
      }
    }
  }

  private Set<String> from(String start) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      for (Transition t : kind.exits(queue.remove())) {
        if (seen.add(t.to())) {
          queue.add(t.to());
        }
      }
    }
    return seen;
  }

  private boolean isClosed(String state) {
    return kind.state(state).closed();
  }

  private void open(State s) {
    List<Clock> clocks =
        kind.clocks().values().stream().filter(c -> c.in().contains(s.code())).toList();
    boolean exit =
        clocks.stream().anyMatch(c -> c.expiry().isPresent())
            || kind.exits(s.code()).stream()
                .anyMatch(t -> t.when().isEmpty() && t.by().person() && !t.to().equals(s.code()));
    if (!exit) {
      report.at(
          "states." + s.code(),
          Say.say(
              "没有一个无条件的步骤离开“%s”".formatted(s.code()),
              "no unconditional transition leaves '%s'".formatted(s.code()),
              "加一个没有 when 的步骤，或到期默认步骤",
              "add a transition without when, or a default at expiry"));
    }
    if (clocks.isEmpty() && s.noClock().isEmpty()) {
      report.at(
          "states." + s.code(),
          Say.say(
              "“%s”没有时限，也没有说明原因".formatted(s.code()),
              "'%s' has no clock and does not say why".formatted(s.code()),
              "让某个时限的 in 包含它，或写 noClock: 原因",
              "let a clock run in it, or give noClock: why"));
    }
    if (!clocks.isEmpty() && s.noClock().isPresent()) {
      report.at(
          "states." + s.code() + ".noClock",
          Say.say(
              "“%s”有时限，却说没有".formatted(s.code()),
              "'%s' has a clock and says it has none".formatted(s.code()),
              "删去 noClock",
              "remove noClock"));
    }
  }

  private void defaults(Clock c) {
    c.expiry().map(kind.transitions()::get).ifPresent(t -> byDefault(c, t));
  }

  private void byDefault(Clock c, Transition t) {
    String path = "clocks." + c.code() + ".expiry";
    Set<String> missed =
        c.in().stream().filter(s -> !t.from().contains(s)).collect(Collectors.toSet());
    if (!missed.isEmpty()) {
      String state = missed.stream().sorted().findFirst().orElseThrow();
      report.at(
          path,
          Say.say(
              "时限“%s”在“%s”到期时，默认步骤“%s”不能做".formatted(c.code(), state, t.code()),
              "when '%s' expires in '%s', its default '%s' does not leave from there"
                  .formatted(c.code(), state, t.code()),
              "在 %s 的 from 中加上 %s".formatted(t.code(), state),
              "add %s to the from of %s".formatted(state, t.code())),
          List.of(state, t.code()));
    }
    boolean asks =
        t.asks().stream().map(kind.fields()::get).anyMatch(f -> f.required())
            || !t.proof().isEmpty()
            || t.reason()
            || t.when().isPresent()
            || t.answers()
            || t.confirms();
    if (!t.by().system() || asks) {
      report.at(
          path,
          Say.say(
              "系统做不了“%s”".formatted(t.code()),
              "the system cannot do '%s'".formatted(t.code()),
              "写 by: {system: true}，不要求必填字段、证明、理由、条件、确认或答复",
              "give by: {system: true}, and ask no required field, proof, reason, condition,"
                  + " confirmation or answer"));
    }
    if (c.in().contains(t.to()) && !c.restartOn().contains(t.code())) {
      report.at(
          path,
          Say.say(
              "默认步骤之后仍在“%s”，时限却已用完".formatted(t.to()),
              "after the default it is still in '%s', with this clock used up".formatted(t.to()),
              "写 restartOn: [%s]，或换一个去处".formatted(t.code()),
              "give restartOn: [%s], or lead elsewhere".formatted(t.code())));
    }
  }

  /** The names of deeds that a rule on persons can mean, each with its bit. */
  static Map<String, Integer> workBits(MatterKind kind) {
    List<String> work =
        kind.transitions().values().stream()
            .filter(Transition::work)
            .map(Transition::code)
            .filter(c -> !c.equals(Deed.RAISE))
            .toList();
    return work.stream().collect(Collectors.toMap(c -> c, c -> 1 << work.indexOf(c)));
  }
}
