package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.tocsin.kernel.time.Term;
import org.tocsin.matters.By;
import org.tocsin.matters.Clock;
import org.tocsin.matters.Closing;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Text;
import org.tocsin.matters.Transition;

/** Reads states, transitions and clocks. */
final class FlowReader {
  private static final Set<String> TRANSITION =
      Set.of(
          "names",
          "from",
          "to",
          "by",
          "asks",
          "proof",
          "reason",
          "work",
          "confirms",
          "answers",
          "subjects",
          "when",
          "handOver",
          "hint");
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
  private final FieldReader fields;

  FlowReader(Report report, FieldReader fields) {
    this.report = report;
    this.fields = fields;
  }

  State state(String code, Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("names", "closed", "noClock", "waives"));
    Map<Closing.Need, Text> waives = new EnumMap<>(Closing.Need.class);
    in.node("waives")
        .ifPresent(
            n -> {
              Obj w =
                  new Obj(report, n, in.at("waives"), Set.of("confirmation", "proof", "answer"));
              for (Closing.Need need : Closing.Need.values()) {
                w.optText(FieldReader.lower(need)).ifPresent(t -> waives.put(need, t));
              }
            });
    return new State(
        code, in.text("names"), in.flag("closed"), in.optText("noClock"), Map.copyOf(waives));
  }

  Transition transition(String code, Node node, String path) {
    Obj in = new Obj(report, node, path, TRANSITION);
    in.needed("from");
    return new Transition(
        code,
        in.text("names"),
        ordered(in.words("from")),
        in.string("to"),
        in.needed("by").map(n -> by(n, in.at("by"))).orElseGet(FlowReader::nobody),
        in.words("asks"),
        proof(in),
        in.flag("reason"),
        in.flag("work"),
        in.flag("confirms"),
        in.flag("answers"),
        in.optString("subjects").map(w -> may(in, w)).orElse(false),
        in.node("when").flatMap(n -> fields.condition(n, in.at("when"), 0)),
        in.flag("handOver"),
        in.optText("hint"));
  }

  private boolean may(Obj in, String word) {
    if (!word.equals("may")) {
      report.at(in.at("subjects"), Say.oneOf(word, List.of("may")));
    }
    return true;
  }

  private static By nobody() {
    return new By(Set.of(), Set.of(), Set.of(), false, List.of(), Optional.empty(), false, true);
  }

  By by(Node node, String path) {
    Obj in =
        new Obj(
            report,
            node,
            path,
            Set.of("roles", "posts", "at", "handler", "not", "party", "system"));
    boolean system = in.flag("system");
    Set<String> roles = ordered(in.words("roles"));
    Set<String> posts = ordered(in.words("posts"));
    boolean handler = in.flag("handler");
    boolean person = !system || !roles.isEmpty() || !posts.isEmpty() || handler;
    if (person && roles.isEmpty() && posts.isEmpty() && !handler) {
      report.at(
          node,
          Say.say(
              "没有写明谁可以做",
              "does not say who may",
              "写上 roles、posts、handler 或 system",
              "give roles, posts, handler: true or system: true"));
    }
    return new By(
        roles, posts, places(in), handler, in.words("not"), in.optString("party"), system, person);
  }

  private Set<By.At> places(Obj in) {
    Optional<Node> node = in.node("at");
    if (node.isEmpty()) {
      return EnumSet.of(By.At.HANDLING, By.At.ABOVE);
    }
    List<String> words =
        node.get() instanceof ScalarNode
            ? List.of(Obj.scalar(report, node.get()))
            : Obj.words(report, node.get());
    Set<By.At> all = EnumSet.noneOf(By.At.class);
    for (String word : words) {
      Arrays.stream(By.At.values())
          .filter(a -> FieldReader.lower(a).equals(word))
          .findFirst()
          .ifPresentOrElse(
              all::add,
              () ->
                  report.at(
                      in.at("at"),
                      Say.oneOf(
                          word, Arrays.stream(By.At.values()).map(FieldReader::lower).toList())));
    }
    return all;
  }

  List<ProofKind.Needed> proof(Obj in) {
    List<ProofKind.Needed> all = new ArrayList<>();
    in.list("proof", (n, at) -> needed(n, at)).forEach(p -> p.ifPresent(all::add));
    return all;
  }

  private Optional<ProofKind.Needed> needed(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("kind", "min"));
    int min = in.integer("min", 1, 50, 1);
    return proofKind(node, in.string("kind")).map(k -> new ProofKind.Needed(k, min));
  }

  Optional<ProofKind> proofKind(Node node, String word) {
    Optional<ProofKind> kind = ProofKind.of(word);
    if (kind.isEmpty() && !word.isEmpty()) {
      report.at(
          node, Say.oneOf(word, Arrays.stream(ProofKind.values()).map(ProofKind::word).toList()));
    }
    return kind;
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
        ordered(in.words("in")),
        ordered(in.words("restartOn")),
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
        in.needed("by").map(n -> by(n, in.at("by"))).orElseGet(FlowReader::nobody),
        term(in, "atMost").orElse(Term.days(1)),
        in.integer("times", 1, 100, 1));
  }

  private Clock.Extending extending(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("by", "atMost", "times"));
    in.needed("atMost");
    return new Clock.Extending(
        in.needed("by").map(n -> by(n, in.at("by"))).orElseGet(FlowReader::nobody),
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

  /** A set that keeps the order of the file. */
  static Set<String> ordered(List<String> words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }
}
