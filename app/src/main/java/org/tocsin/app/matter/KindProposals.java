package org.tocsin.app.matter;

import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;

/**
 * Front door to changes of matter kinds. Needs KIND_MANAGE over the whole tree. Running matters
 * finish on their version or move by the declared step.
 */
public interface KindProposals {
  /**
   * Proves and tries a declaration, and keeps it as a proposal if it has no defects.
   *
   * @param check only prove and try it
   * @throws org.tocsin.app.foundation.Problem KIND_PROPOSAL_OPEN, KIND_VERSION
   */
  KindProposal propose(String yaml, String why, boolean check, @Nullable String key);

  /** Proposes to go back to a version that was in use. */
  KindProposal rollBack(String kind, int toVersion, String why, @Nullable String key);

  /** Newest first. */
  Page<KindProposal> list(@Nullable KindProposalId after, int limit);

  /** The proposal, or a 404 problem. */
  KindProposal get(KindProposalId id);

  /**
   * Puts it in use. Not by who proposed it.
   *
   * @throws org.tocsin.app.foundation.Problem OWN_WORK
   */
  KindProposal approve(KindProposalId id, @Nullable String note, @Nullable String key);

  /** Takes it back, or turns it down. */
  KindProposal withdraw(KindProposalId id, @Nullable String note, @Nullable String key);
}
