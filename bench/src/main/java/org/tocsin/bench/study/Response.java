package org.tocsin.bench.study;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One unit on one call, as the log has it.
 *
 * @param line of the log
 * @param type the log's word for the kind of unit
 * @param urgent whether it drove with lights and siren (the log's priority 3 or E, as against 2)
 */
public record Response(
    long line,
    String call,
    String unit,
    String type,
    boolean urgent,
    Instant dispatched,
    @Nullable Instant departed,
    @Nullable Instant arrived,
    @Nullable Instant transported,
    @Nullable Instant available) {

  /** Seconds from departure to arrival, or null where the log lacks either. */
  public @Nullable Double travelSeconds() {
    return departed == null || arrived == null
        ? null
        : Duration.between(departed, arrived).toMillis() / 1000.0;
  }
}
