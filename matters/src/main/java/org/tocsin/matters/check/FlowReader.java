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
import org.tocsin.matters.By;
import org.tocsin.matters.Closing;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Text;
import org.tocsin.matters.Transition;

/** Reads states and transitions, and who may do what. */
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

  static By nobody() {
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

  /** A set that keeps the order of the file. */
  static Set<String> ordered(List<String> words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }
}
