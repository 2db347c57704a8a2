package org.tocsin.matters.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.kernel.time.Term;
import org.tocsin.matters.By;
import org.tocsin.matters.Clock;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.State;

/** Checks what clocks refer to, their units, and who may give them more time. */
final class ClockChecks {
  private final MatterKind kind;
  private final Report report;
  private final FlowChecks flow;

  ClockChecks(MatterKind kind, Report report, FlowChecks flow) {
    this.kind = kind;
    this.report = report;
    this.flow = flow;
  }

  void check(Clock c) {
    String path = "clocks." + c.code();
    for (String s : c.in()) {
      flow.exists(s, kind.states(), path + ".in");
      if (Optional.ofNullable(kind.states().get(s)).map(State::closed).orElse(false)) {
        flow.misplaced(path + ".in", "in", "open");
      }
    }
    c.restartOn().forEach(t -> flow.exists(t, kind.transitions(), path + ".restartOn"));
    c.expiry().ifPresent(t -> flow.exists(t, kind.transitions(), path + ".expiry"));
    if (c.expiry().isEmpty() && c.escalate().isEmpty()) {
      report.at(
          path,
          Say.say(
              "到期后什么也不发生",
              "nothing happens when time is up",
              "写 expiry（系统步骤）或 escalate",
              "give expiry (a transition of the system) or escalate"));
    }
    Optional<Term.Unit> unit = c.from().isPresent() ? fromUnit(c, path) : c.term().map(Term::unit);
    unit.ifPresent(u -> warning(c, u, path));
    c.pause().ifPresent(p -> flow.by(p.by(), path + ".pause.by", false));
    c.extend().ifPresent(e -> extension(e, unit, path + ".extend"));
  }

  private Optional<Term.Unit> fromUnit(Clock c, String path) {
    String code = c.from().orElseThrow();
    Field f = kind.fields().get(code);
    if (f == null || (f.type() != FieldType.DATE && f.type() != FieldType.INSTANT)) {
      report.at(
          path + ".from",
          Say.say(
              "“%s”不是日期或时间字段".formatted(code),
              "'%s' is no date or instant field".formatted(code),
              "写一个 date 或 instant 字段",
              "name a field of type date or instant"));
      return Optional.empty();
    }
    return Optional.of(f.type() == FieldType.DATE ? Term.Unit.DAYS : Term.Unit.SECONDS);
  }

  private void warning(Clock c, Term.Unit unit, String path) {
    boolean tooEarly =
        c.warn().isPresent()
            && c.term().isPresent()
            && c.warn().get().unit() == unit
            && c.warn().get().amount() >= c.term().get().amount();
    if (tooEarly) {
      report.at(
          path + ".warn",
          Say.say("预警早于起算", "it warns before it begins", "缩短 warn", "shorten warn"));
    }
  }

  private void extension(Clock.Extending e, Optional<Term.Unit> unit, String path) {
    flow.by(e.by(), path + ".by", false);
    Term.Unit mine = e.atMost().unit();
    boolean fits =
        unit.map(u -> u == mine || (u == Term.Unit.SECONDS && !mine.isWorking())).orElse(true);
    if (!fits) {
      report.at(
          path + ".atMost",
          Say.say(
              "延长的单位与时限不同",
              "the extension is not in the clock's unit",
              "改用时限的单位",
              "use the unit of the clock"));
    }
    boolean another =
        e.by().at().equals(Set.of(By.At.ABOVE))
            || e.by().not().containsAll(List.of(By.WORKERS, By.HANDLER));
    if (!another) {
      report.at(
          path + ".by",
          Say.say(
              "经办人可以给自己延期",
              "those at work could extend their own time",
              "写 at: above 或 not: [workers, handler]",
              "write at: above, or not: [workers, handler]"));
    }
  }
}
