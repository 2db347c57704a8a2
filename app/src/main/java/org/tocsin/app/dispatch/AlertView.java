package org.tocsin.app.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.WhistleId;

/**
 * A step that is overdue, and to whom it was told last.
 *
 * @param since when the step should have been done
 * @param level 1 = the dispatcher of the agency that answers, 2 = one level up, …
 * @param agencyId the agency told last
 * @param nextAt when the next level is told; null when told to the top
 */
public record AlertView(
    AlertId id,
    Kind kind,
    Text text,
    @Nullable AssignmentId assignmentId,
    @Nullable InstructionId instructionId,
    @Nullable WhistleId whistleId,
    @Nullable MatterId incidentId,
    @Nullable String incidentNumber,
    String about,
    Instant since,
    int level,
    AgencyId agencyId,
    State state,
    @Nullable Instant nextAt,
    @Nullable ExerciseId exerciseId,
    long version) {

  /** What is overdue. */
  public enum Kind {
    NOT_ACKNOWLEDGED,
    NOT_DEPARTED,
    NOT_ARRIVED,
    NO_CHECK_IN,
    NO_FEEDBACK,
    WHISTLE_UNANSWERED,
    INSTRUCTION_OVERDUE
  }

  /** Whether it still waits. */
  public enum State {
    OPEN,
    SETTLED
  }
}
