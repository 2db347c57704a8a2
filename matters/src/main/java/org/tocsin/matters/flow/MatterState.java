package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.ProofKind;

/**
 * A matter as the engine sees it.
 *
 * @param kind code of its declaration
 * @param version version of its declaration
 * @param state the state it is in
 * @param raisedIn the agency that raised it
 * @param handling the agency that handles it
 * @param handler the officer it is assigned to, or null
 * @param raisedAt when it was raised
 * @param fields what is filled in
 * @param deeds all that was done, oldest first
 * @param clocks the newest run of each clock that ever ran
 * @param proofs how many proofs of each kind are on file
 */
public record MatterState(
    String kind,
    int version,
    String state,
    AgencyId raisedIn,
    AgencyId handling,
    @Nullable OfficerId handler,
    Instant raisedAt,
    Values fields,
    List<Deed> deeds,
    List<ClockState> clocks,
    Map<ProofKind, Integer> proofs) {
  public MatterState {
    deeds = List.copyOf(deeds);
    clocks = List.copyOf(clocks);
    proofs = Map.copyOf(proofs);
  }

  /** Who raised it; null for the system. */
  public @Nullable OfficerId raisedBy() {
    return deeds.stream()
        .filter(d -> d.transition().equals(Deed.RAISE))
        .findFirst()
        .map(Deed::officer)
        .orElse(null);
  }

  /** The newest run of a clock. */
  public Optional<ClockState> clock(String code) {
    return clocks.stream().filter(c -> c.clock().equals(code)).findFirst();
  }

  /** The same matter assigned to an officer, or to nobody. */
  public MatterState withHandler(@Nullable OfficerId officer) {
    return new MatterState(
        kind, version, state, raisedIn, handling, officer, raisedAt, fields, deeds, clocks, proofs);
  }

  /** The same matter in the hands of another agency; nobody there has it yet. */
  public MatterState withHandling(AgencyId agency) {
    return new MatterState(
        kind, version, state, raisedIn, agency, null, raisedAt, fields, deeds, clocks, proofs);
  }
}
