package org.tocsin.app.foundation;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tocsin.kernel.InstanceClock;

/** Moves a driven clock and tells the listeners, in order, before the move is answered. */
@Component
public class ClockDriver {
  private static final Logger LOG = LoggerFactory.getLogger(ClockDriver.class);

  private final InstanceClock clock;
  private final ObjectProvider<ClockListener> listeners;
  private final ClockMemory memory;

  ClockDriver(InstanceClock clock, ObjectProvider<ClockListener> listeners, ClockMemory memory) {
    this.clock = clock;
    this.listeners = listeners;
    this.memory = memory;
  }

  /**
   * Moves the clock. Where it stands is kept before the listeners are told, so that it stands there
   * again after a crash.
   *
   * @param rate seconds per real second from here on
   * @throws Problem CLOCK_NOT_DRIVEN or CLOCK_BACKWARDS
   */
  public synchronized void drive(Instant to, double rate) {
    if (!clock.isDriven()) {
      throw Problem.refused(ProblemCode.CLOCK_NOT_DRIVEN);
    }
    if (!(rate >= 0 && rate <= 100_000)) {
      throw Problem.invalid("rate", "range", 0, 100_000);
    }
    try {
      clock.drive(to, rate);
    } catch (InstanceClock.ClockBackwardsException e) {
      throw Problem.refused(ProblemCode.CLOCK_BACKWARDS, e.now(), e.asked()).with("now", e.now());
    }
    remember();
    tell();
  }

  /** Keeps what a driven clock shows; for one that runs by itself, from time to time. */
  public void remember() {
    if (clock.isDriven()) {
      memory.keep(clock.instant());
    }
  }

  /** Moves the clock and keeps its rate; the same instant again is no move. */
  public void drive(Instant to) {
    if (!clock.isDriven() || !to.equals(clock.instant())) {
      drive(to, clock.rate());
    }
  }

  /**
   * Tells the listeners what the clock shows. One listener's failure does not keep it from the
   * others.
   */
  public synchronized void tell() {
    Instant now = clock.instant();
    for (ClockListener listener : listeners.orderedStream().toList()) {
      try {
        Acting.run(Actor.system("clock"), () -> listener.advanced(now));
      } catch (RuntimeException e) {
        LOG.error("clock listener {} failed at {}", listener.getClass().getSimpleName(), now, e);
      }
    }
  }
}
