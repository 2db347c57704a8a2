package org.tocsin.app.foundation;

import java.time.Instant;

/** Keeps what a driven clock shows, so that it stands there again after a restart or a crash. */
public interface ClockMemory {
  /** Keeps an instant; an earlier one than before changes nothing. */
  void keep(Instant shown);
}
