package org.tocsin.matters.flow;

import java.util.Map;
import org.tocsin.kernel.AgencyId;
import org.tocsin.matters.ProofKind;

/**
 * A new matter as it is raised.
 *
 * @param raisedIn the agency it is raised in
 * @param handling the agency that is to handle it
 * @param fields values as they came in JSON
 * @param proofs how many proofs of each kind are handed in
 */
public record Raising(
    AgencyId raisedIn, AgencyId handling, Map<String, ?> fields, Map<ProofKind, Integer> proofs) {
  public Raising {
    proofs = Map.copyOf(proofs);
  }
}
