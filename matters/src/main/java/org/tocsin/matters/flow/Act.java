package org.tocsin.matters.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.matters.ProofKind;

/**
 * What somebody wants to do.
 *
 * @param transition the transition's name
 * @param fields values as they came in JSON: plain strings, numbers, booleans, maps and lists
 * @param proofs how many proofs of each kind are handed in with it
 * @param reason why; empty if none was given
 * @param handTo the new handling agency, for a transition that hands over
 */
public record Act(
    String transition,
    Map<String, ?> fields,
    Map<ProofKind, Integer> proofs,
    String reason,
    @Nullable AgencyId handTo) {
  public Act {
    proofs = Map.copyOf(proofs);
  }

  /** An act without anything handed in. */
  public static Act of(String transition) {
    return new Act(transition, Map.of(), Map.of(), "", null);
  }
}
