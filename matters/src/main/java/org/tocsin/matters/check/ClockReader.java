package org.tocsin.matters.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tocsin.kernel.time.Term;
import org.tocsin.matters.Clock;

/** Reads clocks and terms. */
final class ClockReader {
  private static final Set<String> CLOCK =
      Set.of(
          "names",
          "in",
          "restartOn",
          "term",
          "from",
          "warn",
          "escalate",
          "expiry",
          "pause",
          "extend",
          "source",
          "mark");
  private static final Map<String, Term.Unit> UNITS =
      Map.of(
          "minutes", Term.Unit.MINUTES,
          "hours", Term.Unit.HOURS,
          "days", Term.Unit.DAYS,
          "workingHours", Term.Unit.WORKING_HOURS,
          "workingDays", Term.Unit.WORKING_DAYS);
  private static final Set<String> TERM =
      Set.of("minutes", "hours", "days", "workingHours", "workingDays", "roll");

  private final Report report;
  private final FlowReader flow;

  ClockReader(Report report, FlowReader flow) {
    this.report = report;
    this.flow = flow;
  }

  Clock clock(String code, Node node, String path) {
    Obj in = new Obj(report, node, path, CLOCK);
    in.needed("in");
    String mark = in.string("mark");
    if (!mark.isEmpty() && !mark.matches("[VSM]")) {
      report.at(in.at("mark"), Say.oneOf(mark, List.of("V", "S", "M")));
    }
    if (in.has("term") == in.has("from")) {
      report.at(
          node,
          Say.say(
              "须有 term 或 from 之一",
              "wants either term or from",
              "写期限或截止日期字段",
              "give a term, or the field that holds the day"));
    }
    return new Clock(
        code,
        in.text("names"),
        FlowReader.ordered(in.words("in")),
        FlowReader.ordered(in.words("restartOn")),
        term(in, "term"),
        in.optString("from"),
        term(in, "warn"),
        in.node("escalate").flatMap(n -> every(n, in.at("escalate"))),
        in.optString("expiry"),
        in.node("pause").map(n -> pausing(n, in.at("pause"))),
        in.node("extend").map(n -> extending(n, in.at("extend"))),
        in.looseText("source"),
        mark.matches("[VSM]") ? Clock.Mark.valueOf(mark) : Clock.Mark.M);
  }

  private Optional<Term> every(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("every"));
    in.needed("every");
    return term(in, "every");
  }

  private Clock.Pausing pausing(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("by", "atMost", "times"));
    in.needed("atMost");
    return new Clock.Pausing(
        in.needed("by").map(n -> flow.by(n, in.at("by"))).orElseGet(FlowReader::nobody),
        term(in, "atMost").orElse(Term.days(1)),
        in.integer("times", 1, 100, 1));
  }

  private Clock.Extending extending(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("by", "atMost", "times"));
    in.needed("atMost");
    return new Clock.Extending(
        in.needed("by").map(n -> flow.by(n, in.at("by"))).orElseGet(FlowReader::nobody),
        term(in, "atMost").orElse(Term.days(1)),
        in.integer("times", 1, 100, 1));
  }

  private Optional<Term> term(Obj around, String key) {
    return around.node(key).flatMap(n -> term(n, around.at(key)));
  }

  private Optional<Term> term(Node node, String path) {
    Obj in = new Obj(report, node, path, TERM);
    List<Map.Entry<String, Term.Unit>> units =
        UNITS.entrySet().stream().filter(e -> in.has(e.getKey())).toList();
    if (units.size() != 1) {
      report.at(node, Say.shape("{days: 3} | {workingDays: 3} | {hours: 3} | …"));
      return Optional.empty();
    }
    Term.Unit unit = units.getFirst().getValue();
    boolean roll = in.flag("roll");
    if (roll && unit != Term.Unit.DAYS) {
      report.at(in.at("roll"), Say.say("只有 days 可以顺延", "only days roll", "删去 roll", "remove roll"));
      return Optional.empty();
    }
    // A hundred years of minutes would not fit the counting; no law names them.
    int most = unit == Term.Unit.MINUTES ? 1_000_000 : 40_000;
    return Optional.of(new Term(in.integer(units.getFirst().getKey(), 1, most, 1), unit, roll));
  }

  /** The key of a unit in a declaration. */
  static String word(Term.Unit unit) {
    return UNITS.entrySet().stream()
        .filter(e -> e.getValue() == unit)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("seconds");
  }
}
