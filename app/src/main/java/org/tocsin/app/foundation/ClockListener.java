package org.tocsin.app.foundation;

import java.time.Instant;

/**
 * Told that time has passed on the instance's clock: synchronously at each move of a driven clock,
 * and every 250 ms of real time where the clock runs. Must be cheap when nothing is due.
 */
public interface ClockListener {
  /** The clock shows {@code now}. */
  void advanced(Instant now);
}
