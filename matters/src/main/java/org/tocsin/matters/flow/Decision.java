package org.tocsin.matters.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's answer: what follows, or why not. */
public sealed interface Decision {
  /**
   * It may be done, and this is what follows.
   *
   * @param next the matter afterwards
   * @param changes what changed, in order, for the timeline and the timers
   */
  record Allowed(MatterState next, List<Change> changes) implements Decision {
    public Allowed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * It may not be done.
   *
   * @param refusal why
   * @param args the particulars by name
   * @param faults what is wrong with which field
   */
  record Rejected(Refusal refusal, Map<String, String> args, List<FieldFault> faults)
      implements Decision {
    public Rejected {
      args = Map.copyOf(args);
      faults = List.copyOf(faults);
    }

    /** Without faults of fields. */
    public static Rejected of(Refusal refusal, Map<String, String> args) {
      return new Rejected(refusal, args, List.of());
    }
  }

  /** One thing that changed. */
  sealed interface Change {
    /** The matter moved (also from a state to itself). */
    record Moved(String from, String to, Deed deed) implements Change {}

    /** A clock began to run. */
    record Started(String clock, @Nullable Instant dueAt) implements Change {}

    /** A clock was left in time, too late, or ended by its default. */
    record Stopped(String clock, ClockState.Status status) implements Change {}

    /** A clock stands still. */
    record Paused(String clock, @Nullable Instant resumeAt) implements Change {}

    /** A clock counts on. */
    record Resumed(String clock, @Nullable Instant dueAt) implements Change {}

    /** A clock has more time. */
    record Extended(String clock, @Nullable Instant dueAt) implements Change {}

    /** The warning before the due instant. */
    record Warned(String clock, Instant dueAt) implements Change {}

    /** Time is up. */
    record Expired(String clock, Instant dueAt) implements Change {}

    /** One more level above the handling agency is to be told: 1 is the one directly above. */
    record Escalated(String clock, int level, Instant dueAt) implements Change {}
  }
}
