package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/**
 * An instruction with those it addresses and, under each, what that one passed on.
 *
 * @param sourceRef what it came from, for example the number of an intelligence item
 * @param feedbackRequired whether a receipt alone does not settle it
 * @param rollUp this instruction and everything passed on below it
 */
public record InstructionView(
    InstructionId id,
    String number,
    @Nullable InstructionId parentId,
    AgencyId fromAgencyId,
    String fromAgencyName,
    String text,
    @Nullable MatterId matterId,
    @Nullable String sourceRef,
    Instant dueAt,
    boolean feedbackRequired,
    Instant issuedAt,
    String issuedBy,
    List<Addressee> addressees,
    RollUp rollUp,
    @Nullable ExerciseId exerciseId,
    long version) {

  /**
   * One agency it is addressed to.
   *
   * @param despiteOpen why it was completed while something below was open
   * @param cascaded what this agency passed on, if anything
   */
  public record Addressee(
      AgencyId agencyId,
      String agencyName,
      @Nullable Instant receivedAt,
      @Nullable String receivedBy,
      @Nullable Instant completedAt,
      @Nullable String completedBy,
      @Nullable String result,
      @Nullable String despiteOpen,
      boolean overdue,
      List<InstructionView> cascaded) {}

  /**
   * Counts of addressees. At every level the numbers are those of its own addressees plus the sums
   * of what they passed on; none is counted twice.
   */
  public record RollUp(int addressed, int received, int completed, int overdue) {
    public RollUp plus(RollUp other) {
      return new RollUp(
          addressed + other.addressed,
          received + other.received,
          completed + other.completed,
          overdue + other.overdue);
    }
  }
}
