package org.tocsin.matters.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.tocsin.matters.Closing;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.NumberPattern;
import org.tocsin.matters.PrintForm;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Text;
import org.tocsin.matters.Transition;

/** Reads one declaration from the root of its file. */
final class KindReader {
  static final Set<String> KEYS =
      Set.of(
          "kind",
          "version",
          "names",
          "about",
          "rows",
          "source",
          "number",
          "retention",
          "parties",
          "sections",
          "fields",
          "raise",
          "states",
          "transitions",
          "clocks",
          "closing",
          "links",
          "prints",
          "excluded",
          "migrate");
  private static final Pattern ROW = Pattern.compile("[A-F]\\d{1,3}");
  private static final MatterKind.Raise NO_RAISE =
      new MatterKind.Raise(FlowReader.nobody(), List.of(), List.of());

  private final Report report;
  private final FieldReader fields;
  private final FlowReader flow;
  private final ClockReader clocks;

  KindReader(Report report) {
    this.report = report;
    this.fields = new FieldReader(report);
    this.flow = new FlowReader(report, fields);
    this.clocks = new ClockReader(report, flow);
  }

  MatterKind read(Node root) {
    Obj in = new Obj(report, root, "", KEYS);
    Map<String, Field> all = fields.fields(in, "fields");
    Map<String, State> states =
        in.map("states", Obj.CODE, (c, n) -> flow.state(c, n, in.at("states") + "." + c));
    Map<String, Transition> transitions =
        in.map("transitions", Obj.CODE, (c, n) -> flow.transition(c, n, "transitions." + c));
    List.of("fields", "states", "transitions", "raise", "rows").forEach(in::needed);
    return new MatterKind(
        in.code("kind"),
        version(in),
        in.text("names"),
        in.text("about"),
        rows(in),
        in.looseText("source"),
        number(in),
        retention(in),
        in.map("parties", Obj.CODE, (c, n) -> Obj.text(report, n, false)),
        in.map("sections", Obj.CODE, (c, n) -> Obj.text(report, n, false)),
        all,
        in.node("raise").map(n -> raise(n, all, transitions)).orElse(NO_RAISE),
        states,
        transitions,
        in.map("clocks", Obj.CODE, (c, n) -> clocks.clock(c, n, "clocks." + c)),
        closing(in),
        in.map("links", Obj.CODE, this::link),
        in.map("prints", Obj.CODE, (c, n) -> print(c, n, states.keySet())),
        in.list("migrate", this::migration),
        in.list("excluded", (n, at) -> Obj.text(report, n, false)));
  }

  private int version(Obj in) {
    in.needed("version");
    return in.integer("version", 1, 1_000_000, 1);
  }

  private List<String> rows(Obj in) {
    List<String> rows = in.words("rows");
    rows.stream()
        .filter(r -> !ROW.matcher(r).matches())
        .forEach(
            r ->
                report.at(
                    in.at("rows"),
                    Say.say(
                        "“%s”不是目录行号".formatted(r),
                        "'%s' is no row of the catalogue".formatted(r),
                        "写 A87 这样的行号",
                        "write a row such as A87")));
    return rows;
  }

  private NumberPattern number(Obj in) {
    NumberPattern pattern = new NumberPattern(in.string("number"));
    if (in.has("number")) {
      pattern
          .defect()
          .ifPresent(
              hole ->
                  report.at(
                      in.at("number"),
                      Say.say(
                          "编号式样有误：" + hole,
                          "the number's pattern is wrong at " + hole,
                          "用 {year}、{agency} 和一个 {seq} 或 {seq:4}",
                          "use {year}, {agency} and one {seq} or {seq:4}")));
    }
    return pattern;
  }

  private MatterKind.Retention retention(Obj in) {
    Optional<Node> node = in.needed("retention");
    if (node.isEmpty()) {
      return new MatterKind.Retention(1, new Text("", ""));
    }
    Obj r = new Obj(report, node.get(), "retention", Set.of("keepDays", "basis"));
    r.needed("keepDays");
    return new MatterKind.Retention(r.integer("keepDays", 1, 36_500, 1), r.looseText("basis"));
  }

  /** What raising asks is, unless it says so, every field that no transition asks. */
  private MatterKind.Raise raise(
      Node node, Map<String, Field> all, Map<String, Transition> transitions) {
    Obj in = new Obj(report, node, "raise", Set.of("by", "asks", "proof"));
    Set<String> asks = new LinkedHashSet<>(in.words("asks"));
    if (!in.has("asks")) {
      asks.addAll(all.keySet());
      all.values().stream().filter(Field::computed).forEach(f -> asks.remove(f.code()));
      transitions.values().forEach(t -> t.asks().forEach(asks::remove));
    }
    return new MatterKind.Raise(
        in.needed("by").map(n -> flow.by(n, "raise.by")).orElse(NO_RAISE.by()),
        List.copyOf(asks),
        flow.proof(in));
  }

  private Closing closing(Obj in) {
    Optional<Node> node = in.needed("closing");
    if (node.isEmpty()) {
      return new Closing(true, Optional.empty(), Set.of(), false);
    }
    Obj c = new Obj(report, node.get(), "closing", Set.of("confirmation", "proof", "answer"));
    Optional<Node> confirmation = c.needed("confirmation");
    boolean required = isWord(confirmation, "required");
    Set<ProofKind> proof = new LinkedHashSet<>();
    c.node("proof")
        .ifPresent(
            n ->
                Obj.items(report, n)
                    .forEach(i -> flow.proofKind(i, Obj.scalar(report, i)).ifPresent(proof::add)));
    if (c.has("answer") && !isWord(c.node("answer"), "required")) {
      report.at(c.at("answer"), Say.oneOf(c.string("answer"), List.of("required")));
    }
    return new Closing(
        required,
        required ? Optional.empty() : confirmation.map(n -> Obj.text(report, n, false)),
        Set.copyOf(proof),
        c.has("answer"));
  }

  private static boolean isWord(Optional<Node> node, String word) {
    return node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && scalar.getValue().strip().equals(word);
  }

  private MatterKind.Link link(String code, Node node) {
    Obj in = new Obj(report, node, "links." + code, Set.of("names", "kinds"));
    in.needed("kinds");
    return new MatterKind.Link(code, in.text("names"), FlowReader.ordered(in.words("kinds")));
  }

  private PrintForm print(String code, Node node, Set<String> states) {
    Obj in =
        new Obj(
            report, node, "prints." + code, Set.of("names", "numbered", "in", "title", "lines"));
    in.needed("lines");
    return new PrintForm(
        code,
        in.text("names"),
        in.flag("numbered"),
        in.has("in") ? FlowReader.ordered(in.words("in")) : Set.copyOf(new TreeSet<>(states)),
        in.looseText("title"),
        in.list("lines", (n, at) -> Obj.text(report, n, true)));
  }

  private MatterKind.Migration migration(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("from", "states"));
    in.needed("from");
    return new MatterKind.Migration(
        in.integer("from", 1, 1_000_000, 1),
        in.map("states", Obj.CODE, (old, n) -> Obj.scalar(report, n)));
  }
}
