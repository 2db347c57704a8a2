package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** Front door to instructions down the tree (A03, A05): issue, receive, pass on, complete. */
public interface Instructions {
  /** A new instruction. */
  record Draft(
      List<AgencyId> toAgencyIds,
      String text,
      @Nullable MatterId matterId,
      @Nullable String sourceRef,
      Instant dueAt,
      boolean feedbackRequired) {}

  /** Which side of the desk. */
  enum Box {
    IN,
    OUT
  }

  /** Issues to agencies below the actor's own. */
  InstructionView issue(Draft draft, @Nullable AgencyId from, @Nullable String key);

  /** Stamps the receipt of the actor's agency. */
  InstructionView receive(InstructionId id, @Nullable AgencyId as);

  /**
   * Passes it on to agencies below the addressee.
   *
   * @param dueAt not after the instruction's own
   */
  InstructionView cascade(
      InstructionId id,
      List<AgencyId> to,
      String text,
      Instant dueAt,
      @Nullable AgencyId as,
      @Nullable String key);

  /**
   * Reports the result of the actor's agency.
   *
   * @param despiteOpen why, if something passed on is still open
   * @throws org.tocsin.app.foundation.Problem INSTRUCTION_OPEN_BELOW
   */
  InstructionView complete(
      InstructionId id, String text, @Nullable String despiteOpen, @Nullable AgencyId as);

  /** The instruction with everything below it that is in scope. */
  InstructionView get(InstructionId id);

  /** Newest first. */
  Page<InstructionView> list(Box box, @Nullable AgencyId of, @Nullable String after, int limit);

  /** The instructions that came of an incident. */
  List<InstructionView> of(MatterId matter);
}
