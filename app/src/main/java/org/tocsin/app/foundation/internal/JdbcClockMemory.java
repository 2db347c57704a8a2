package org.tocsin.app.foundation.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.ClockMemory;

/** The memory of the driven clock, in {@code foundation.driven_clock}. */
@Repository
class JdbcClockMemory implements ClockMemory {
  private final JdbcClient jdbc;

  JdbcClockMemory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(Instant shown) {
    // A replay moves the clock thousands of times a minute: the answer does not wait for the disk.
    // The server's own end loses nothing by that, the machine's at most half a second.
    jdbc.sql(
            """
            update foundation.driven_clock set at = greatest(at, :at)
             where set_config('synchronous_commit', 'off', true) = 'off'
            """)
        .param("at", Timestamp.from(shown))
        .update();
  }
}
