package org.tocsin.kernel.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "due when?" with its reckoning: the start, each pause, each extension, the days
 * counted, the result.
 *
 * @param dueAt the result; empty while a pause goes on
 * @param lines the reckoning in order, in Chinese and English
 */
public record DueProof(Optional<Instant> dueAt, List<Line> lines) {
  /**
   * One line.
   *
   * @param at the instant it speaks of
   * @param zh in Chinese
   * @param en in English
   */
  public record Line(Instant at, String zh, String en) {}

  public DueProof {
    lines = List.copyOf(lines);
  }

  static DueProof of(ClockRun run, WorkCalendar calendar) {
    return new DueProof(run.dueAt(calendar), DueLines.of(run, calendar));
  }
}
