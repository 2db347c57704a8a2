package org.tocsin.matters.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.matters.By;
import org.tocsin.matters.Clock;
import org.tocsin.matters.Closing;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Transition;
import org.tocsin.matters.check.Report.Words;

/**
 * Walks every way through a declaration, breadth first, remembering only what closing asks about:
 * which work was done, whether it was confirmed and answered since, what proof is on file, which
 * fields are certainly filled. The first way found to each fault is the shortest: the
 * counter-example.
 */
final class Paths {
  private static final int MOST_NODES = 200_000;

  /**
   * Where a way has come to.
   *
   * @param work one bit per work transition done so far
   * @param given the fields of interest certainly filled
   */
  private record Node(
      String state,
      int work,
      boolean confirmed,
      boolean answered,
      Set<ProofKind> proof,
      Set<String> given) {}

  private record Step(@Nullable Node before, String transition) {}

  private final MatterKind kind;
  private final Report report;
  private final Map<String, Integer> workBits;
  private final Set<String> interesting = new HashSet<>();
  private final Map<Node, Step> steps = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  Paths(MatterKind kind, Report report) {
    this.kind = kind;
    this.report = report;
    this.workBits = Prover.workBits(kind);
    kind.clocks().values().forEach(c -> c.from().ifPresent(interesting::add));
    kind.subjectFields().forEach(f -> interesting.add(f.code()));
  }

  void prove() {
    Node start =
        new Node(
            kind.start(),
            0,
            false,
            false,
            kinds(kind.raise().proof()),
            given(kind.raise().asks(), Set.of()));
    steps.put(start, new Step(null, ""));
    clocksFilled("", start, "");
    Deque<Node> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty() && steps.size() < MOST_NODES) {
      Node node = queue.remove();
      for (Transition t : kind.exits(node.state())) {
        Node next = take(node, t);
        if (!steps.containsKey(next)) {
          steps.put(next, new Step(node, t.code()));
          queue.add(next);
        }
        check(node, t, next);
      }
    }
    if (!queue.isEmpty()) {
      report.at(
          "transitions",
          Say.say(
              "路径太多，无法逐一证明",
              "too many ways to prove them all",
              "减少 work 步骤",
              "mark fewer transitions as work"));
    }
  }

  private Node take(Node n, Transition t) {
    boolean again = kind.state(n.state()).closed() && !kind.state(t.to()).closed();
    boolean reset = t.work() || again;
    Set<ProofKind> proof = new HashSet<>(n.proof());
    proof.addAll(kinds(t.proof()));
    return new Node(
        t.to(),
        n.work() | workBits.getOrDefault(t.code(), 0),
        t.confirms() || (n.confirmed() && !reset),
        t.answers() || (n.answered() && !reset),
        Set.copyOf(proof),
        given(t.asks(), n.given()));
  }

  private static Set<ProofKind> kinds(List<ProofKind.Needed> needed) {
    Set<ProofKind> all = new HashSet<>();
    needed.forEach(p -> all.add(p.kind()));
    return Set.copyOf(all);
  }

  /**
   * A field is certainly filled once it is asked as required and without a condition. For a field
   * that names who is complained of it is enough that it was asked: there may be nobody to name.
   */
  private Set<String> given(List<String> asks, Set<String> before) {
    Set<String> all = new HashSet<>(before);
    asks.stream()
        .map(kind.fields()::get)
        .filter(f -> f.subject() || (f.required() && f.when().isEmpty()))
        .map(Field::code)
        .filter(interesting::contains)
        .forEach(all::add);
    return Set.copyOf(all);
  }

  private void check(Node before, Transition t, Node after) {
    if (t.confirms()) {
      separate(before, t, "confirms");
    }
    clocksFilled(before.state(), after, t.code());
    State to = kind.state(t.to());
    if (!to.closed()) {
      return;
    }
    Closing closing = kind.closing();
    if (closing.confirmation() && t.by().person()) {
      separate(before, t, "closes");
    }
    boolean waived = to.waives().containsKey(Closing.Need.CONFIRMATION);
    if (closing.confirmation() && !waived && !after.confirmed()) {
      tell(before, t, "unconfirmed", Find.unconfirmed());
    }
    if (closing.answer() && !to.waives().containsKey(Closing.Need.ANSWER) && !after.answered()) {
      tell(before, t, "unanswered", Find.unanswered());
    }
    if (!to.waives().containsKey(Closing.Need.PROOF)) {
      closing.proof().stream()
          .filter(p -> !after.proof().contains(p))
          .forEach(p -> tell(before, t, p.word(), Find.unproved(p)));
    }
    Set<String> subjects = new LinkedHashSet<>();
    kind.subjectFields().forEach(f -> subjects.add(f.code()));
    if (!waived && !subjects.isEmpty() && after.given().stream().noneMatch(subjects::contains)) {
      tell(before, t, "unnamed", Find.unnamed(subjects));
    }
  }

  /** Whoever confirms or closes is shut out if they did any of the work on this way. */
  private void separate(Node before, Transition t, String what) {
    By by = t.by();
    if (by.not().contains(By.WORKERS)) {
      return;
    }
    Optional<String> same =
        workBits.entrySet().stream()
            .filter(e -> (before.work() & e.getValue()) != 0 && !by.not().contains(e.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
    same.ifPresent(
        work -> tell(before, t, "same", Find.samePerson(t.code(), work, what.equals("closes"))));
  }

  /** A clock that takes its end from a field starts only where that field is filled. */
  private void clocksFilled(String from, Node after, String transition) {
    for (Clock c : kind.clocks().values()) {
      boolean starts =
          c.in().contains(after.state())
              && (!c.in().contains(from) || c.restartOn().contains(transition));
      if (starts && c.from().isPresent() && !after.given().contains(c.from().get())) {
        String path = "clocks." + c.code() + ".from";
        if (told.add(path)) {
          report.at(path, Find.unfilled(c.code(), c.from().get()), trail(after));
        }
      }
    }
  }

  private void tell(Node before, Transition t, String what, Words words) {
    if (told.add(t.code() + " " + what)) {
      List<String> example = new ArrayList<>(trail(before));
      example.add(t.code());
      example.add(t.to());
      report.at("transitions." + t.code(), words, example);
    }
  }

  private List<String> trail(Node end) {
    List<String> all = new ArrayList<>();
    Node at = end;
    while (at != null) {
      Step step = steps.get(at);
      all.addFirst(at.state());
      if (step == null || step.before() == null) {
        break;
      }
      all.addFirst(step.transition());
      at = step.before();
    }
    return all;
  }
}
