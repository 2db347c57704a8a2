package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.matters.By;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Transition;

/** Checks what states, transitions and migrations refer to, and who is named. */
final class FlowChecks {
  private static final Set<String> TOKENS =
      Set.of(By.RAISER, By.WORKERS, By.CONFIRMERS, By.HANDLER);

  private final MatterKind kind;
  private final Report report;

  FlowChecks(MatterKind kind, Report report) {
    this.kind = kind;
    this.report = report;
  }

  void check() {
    states();
    by(kind.raise().by(), "raise.by", true);
    kind.transitions().values().forEach(this::transition);
    kind.clocks().values().forEach(new ClockChecks(kind, report, this)::check);
    migrations();
  }

  private void states() {
    if (kind.states().isEmpty()) {
      report.at("states", Say.shape("{code: {names: 中文 | English}}"));
      return;
    }
    State start = kind.states().values().iterator().next();
    if (start.closed()) {
      report.at(
          "states." + start.code(),
          Say.say(
              "第一个状态就已办结",
              "the first state is closed",
              "把开始状态放在最前",
              "put the state it begins in first"));
    }
    if (kind.states().values().stream().noneMatch(State::closed)) {
      report.at(
          "states",
          Say.say(
              "没有办结状态", "no state is closed", "给一个状态写 closed: true", "mark a state closed: true"));
    }
    for (State s : kind.states().values()) {
      if (!s.closed() && !s.waives().isEmpty()) {
        misplaced("states." + s.code() + ".waives", "waives", "closed: true");
      }
      if (s.closed() && s.noClock().isPresent()) {
        misplaced("states." + s.code() + ".noClock", "noClock", "open");
      }
    }
  }

  void misplaced(String path, String key, String where) {
    report.at(
        path,
        Say.say(
            "%s 只用于 %s 的状态".formatted(key, where),
            "%s is only for states that are %s".formatted(key, where),
            "删去",
            "remove it"));
  }

  private void transition(Transition t) {
    String path = "transitions." + t.code();
    t.from().forEach(s -> exists(s, kind.states(), path + ".from"));
    exists(t.to(), kind.states(), path + ".to");
    if (t.from().isEmpty()) {
      report.at(path, Say.missing("from"));
    }
    if (t.code().equals("raise") || TOKENS.contains(t.code())) {
      report.at(path, Say.say("此名已有含义", "this name is taken", "换一个名称", "choose another name"));
    }
    by(t.by(), path + ".by", false);
    marks(t, path);
  }

  private void marks(Transition t, String path) {
    if (t.confirms() && (t.work() || t.by().system())) {
      report.at(
          path + ".confirms",
          Say.say(
              "确认既不能是工作本身，也不能由系统做",
              "a confirmation is neither the work itself nor done by the system",
              "分成两个步骤",
              "make it two transitions"));
    }
    boolean words =
        t.asks().stream().map(kind.fields()::get).anyMatch(f -> f != null && f.required());
    if (t.answers() && (t.by().party().isEmpty() || !words)) {
      report.at(
          path + ".answers",
          Say.say(
              "当事人的答复须写明是谁、须有必填的答复内容",
              "an answer wants by.party and a required field for its words",
              "写上 by.party，并在 asks 中列一个必填字段",
              "give by.party, and ask a required field"));
    }
    boolean closes =
        Optional.ofNullable(kind.states().get(t.to())).map(State::closed).orElse(false);
    if (t.subjects() && (t.confirms() || t.answers() || closes)) {
      report.at(
          path + ".subjects",
          Say.say(
              "被评价、被投诉者不能确认、代答或办结",
              "those rated or complained of cannot confirm, answer or close",
              "删去 subjects: may",
              "remove subjects: may"));
    }
    boolean used =
        kind.clocks().values().stream().anyMatch(c -> c.expiry().equals(Optional.of(t.code())));
    if (t.by().system() && !used) {
      report.at(
          path,
          Say.say(
              "没有时限触发这个系统步骤",
              "no clock does this transition of the system",
              "在某个时限写 expiry: " + t.code() + "，或改由人做",
              "name it in the expiry of a clock, or let persons do it"));
    }
  }

  void by(By by, String path, boolean raising) {
    for (String token : by.not()) {
      if (raising || !(TOKENS.contains(token) || kind.transitions().containsKey(token))) {
        List<String> usable = new ArrayList<>(TOKENS.stream().sorted().toList());
        usable.addAll(kind.transitions().keySet());
        report.at(path + ".not", Say.oneOf(token, usable));
      }
    }
    by.party().ifPresent(p -> exists(p, kind.parties(), path + ".party"));
  }

  private void migrations() {
    for (MatterKind.Migration m : kind.migrations()) {
      if (m.from() >= kind.version()) {
        report.at("migrate", Say.range(1, kind.version() - 1L));
      }
      m.states().values().forEach(s -> exists(s, kind.states(), "migrate"));
    }
  }

  void exists(String code, Map<String, ?> in, String path) {
    if (!in.containsKey(code)) {
      report.at(path, Say.oneOf(code, in.keySet()));
    }
  }
}
