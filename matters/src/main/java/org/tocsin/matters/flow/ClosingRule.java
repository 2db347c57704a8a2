package org.tocsin.matters.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.Closing;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Transition;

/**
 * What must be there when a matter closes. A proved declaration cannot break it; a matter that came
 * over from an older version of its declaration could.
 */
final class ClosingRule {
  private ClosingRule() {}

  static Optional<Decision.Rejected> refuse(
      MatterKind kind, State to, List<Deed> deeds, Map<ProofKind, Integer> proofs) {
    if (!to.closed()) {
      return Optional.empty();
    }
    Closing closing = kind.closing();
    if (closing.confirmation() && asks(to, Closing.Need.CONFIRMATION) && !confirmed(kind, deeds)) {
      return no(to, "confirmation");
    }
    if (closing.answer() && asks(to, Closing.Need.ANSWER) && !answered(kind, deeds)) {
      return no(to, "answer");
    }
    if (asks(to, Closing.Need.PROOF)) {
      for (ProofKind needed : closing.proof()) {
        if (proofs.getOrDefault(needed, 0) < 1) {
          return no(to, needed.word());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean asks(State to, Closing.Need need) {
    return !to.waives().containsKey(need);
  }

  /** After the last work, somebody confirmed who had done no work up to then. */
  private static boolean confirmed(MatterKind kind, List<Deed> deeds) {
    Set<OfficerId> workers = new HashSet<>();
    boolean confirmed = false;
    for (Deed deed : deeds) {
      if (Guard.isWork(kind, deed)) {
        confirmed = false;
        if (deed.officer() != null) {
          workers.add(deed.officer());
        }
      } else if (is(kind, deed, Transition::confirms)) {
        confirmed = deed.officer() != null && !workers.contains(deed.officer());
      } else if (reopens(kind, deed)) {
        confirmed = false;
      }
    }
    return confirmed;
  }

  private static boolean answered(MatterKind kind, List<Deed> deeds) {
    boolean answered = false;
    for (Deed deed : deeds) {
      if (Guard.isWork(kind, deed) || reopens(kind, deed)) {
        answered = false;
      }
      if (is(kind, deed, Transition::answers)) {
        answered = true;
      }
    }
    return answered;
  }

  /** Whether it led from a closed state to an open one. */
  private static boolean reopens(MatterKind kind, Deed deed) {
    return is(
        kind,
        deed,
        t ->
            t.from().stream().allMatch(s -> kind.state(s).closed())
                && !kind.state(t.to()).closed());
  }

  private static boolean is(
      MatterKind kind, Deed deed, java.util.function.Predicate<Transition> what) {
    return kind.transition(deed.transition()).map(what::test).orElse(false);
  }

  private static Optional<Decision.Rejected> no(State to, String need) {
    return Optional.of(
        Decision.Rejected.of(Refusal.CLOSING, Map.of("need", need, "state", to.code())));
  }
}
