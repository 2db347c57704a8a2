package org.tocsin.app.foundation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps personal fields no longer than the pack says, and proves it. */
public interface Retention {
  /**
   * How one rule stands.
   *
   * @param lastRunAt null before the first run
   * @param erased rows emptied by all runs together
   * @param oldestHeld of what still holds a personal field; null when nothing does
   * @param overdue something is held that should be gone
   */
  record Standing(
      String code,
      List<String> fields,
      int keepDays,
      Text basis,
      @Nullable Instant lastRunAt,
      long erased,
      @Nullable Instant oldestHeld,
      boolean overdue) {}

  /** How every rule stands now. Reading it is audited. */
  List<Standing> report();

  /** Enforces every rule now; a job does so each hour. */
  void enforce();
}
