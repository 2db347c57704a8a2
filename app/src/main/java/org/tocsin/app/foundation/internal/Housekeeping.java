package org.tocsin.app.foundation.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.ClockDriver;
import org.tocsin.kernel.InstanceClock;

/** Lets a running clock tell its listeners, and drops what nobody will ask for again. */
@Component
class Housekeeping {
  private static final int CHUNK = 10_000;

  private final ClockDriver driver;
  private final InstanceClock clock;
  private final JdbcClient jdbc;
  private final IncompleteEventPublications events;

  Housekeeping(
      ClockDriver driver,
      InstanceClock clock,
      JdbcClient jdbc,
      IncompleteEventPublications events) {
    this.driver = driver;
    this.clock = clock;
    this.jdbc = jdbc;
    this.events = events;
  }

  @Scheduled(fixedDelay = 250)
  void tick() {
    if (!clock.isDriven() || clock.rate() > 0) {
      driver.tell();
    }
  }

  /** A clock that runs by itself is nowhere written down otherwise. */
  @Scheduled(fixedDelay = 1000)
  void remember() {
    if (clock.isDriven() && clock.rate() > 0) {
      driver.remember();
    }
  }

  /**
   * A screen that was away longer than two hours refetches; a key older than a week is not sent
   * again.
   */
  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void drop() {
    int dropped;
    do {
      dropped =
          jdbc.sql(
                  "delete from foundation.live_entry where seq in (select seq from foundation.live_entry"
                      + " where written_at < now() - interval '2 hours' order by seq limit "
                      + CHUNK
                      + ")")
              .update();
    } while (dropped == CHUNK);
    jdbc.sql("delete from foundation.once where at < now() - interval '7 days'").update();
  }

  /** A listener that failed, say on a deadlock, is told again; listeners bear hearing twice. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void tellAgain() {
    events.resubmitIncompletePublicationsOlderThan(Duration.ofSeconds(20));
  }
}
