package org.tocsin.matters.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.time.ClockRun;

/**
 * One clock of a matter as it stands. Only the newest run of each clock is kept in the state of a
 * matter; earlier ones are history of the store.
 *
 * @param clock its name in the declaration
 * @param run the run and its ledger
 * @param status how it stands
 * @param warned whether its warning was given
 * @param escalations how many levels up the tree have been told
 * @param resumeAt when a pause that goes on will end by itself; null if none goes on
 * @param endedAt when it was met or expired with a default; null while it runs
 */
public record ClockState(
    String clock,
    ClockRun run,
    Status status,
    boolean warned,
    int escalations,
    @Nullable Instant resumeAt,
    @Nullable Instant endedAt) {
  /** How a clock stands. */
  public enum Status {
    /** It runs and is not yet due. */
    RUNNING,
    /** It stands still. */
    PAUSED,
    /** Time is up and nobody has acted: it still escalates. */
    EXPIRED,
    /** It was left in time. */
    MET,
    /** It was left too late, or ended by its default. */
    ENDED
  }

  /** A clock that begins to run. */
  static ClockState started(String clock, ClockRun run) {
    return new ClockState(clock, run, Status.RUNNING, false, 0, null, null);
  }

  /** Whether it still runs, stands still, or escalates. */
  public boolean isLive() {
    return switch (status) {
      case RUNNING, PAUSED, EXPIRED -> true;
      case MET, ENDED -> false;
    };
  }
}
