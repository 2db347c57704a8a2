package org.tocsin.app.foundation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a room does so that personal fields are not kept for longer than {@code
 * packs/retention.yaml} says. The foundation calls it once an hour and keeps a record of each time.
 */
public interface RetentionRule {
  /** The rule's code in the pack, such as {@code intake.caller}. */
  String code();

  /**
   * How long, where something else than the pack says it, such as the declaration of a matter kind.
   *
   * @param keepDays whole days, at least one
   */
  record Terms(int keepDays, Text basis) {}

  /** Its own terms; empty where {@code packs/retention.yaml} has them. */
  default Optional<Terms> terms() {
    return Optional.empty();
  }

  /** What it empties: {@code schema.table.column}. */
  List<String> fields();

  /**
   * Empties the fields of at most {@code atMost} rows from before an instant.
   *
   * @return how many rows; less than {@code atMost} when none are left
   */
  int erase(Instant before, int atMost);

  /** The instant of the oldest row that still holds one of the fields. */
  Optional<Instant> oldest();
}
