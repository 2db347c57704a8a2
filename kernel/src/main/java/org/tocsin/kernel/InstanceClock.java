package org.tocsin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The one clock of an instance. Every domain time comes from it, so that drills and replays run on
 * their own time.
 *
 * <p>A <em>system</em> clock follows the machine. A <em>driven</em> clock stands where its driver
 * put it and runs on from there at the driver's rate (0 stands still, 1 is real time, 20 is twenty
 * times faster). It never goes backwards. Instants are cut to microseconds, which is what
 * PostgreSQL keeps, so that a value read back equals the value written.
 */
public final class InstanceClock extends Clock {
  private record Anchor(Instant at, long nanos, double rate) {}

  private final ZoneId zone;
  private final boolean driven;
  private volatile Anchor anchor;

  private InstanceClock(ZoneId zone, boolean driven, Anchor anchor) {
    this.zone = zone;
    this.driven = driven;
    this.anchor = anchor;
  }

  /** A clock that follows the machine. */
  public static InstanceClock system(ZoneId zone) {
    return new InstanceClock(zone, false, new Anchor(Instant.EPOCH, 0, 1));
  }

  /** A clock that stands at {@code start} until it is driven. */
  public static InstanceClock driven(Instant start, ZoneId zone) {
    return new InstanceClock(
        zone, true, new Anchor(start.truncatedTo(ChronoUnit.MICROS), System.nanoTime(), 0));
  }

  /** Whether this clock takes its time from a driver. */
  public boolean isDriven() {
    return driven;
  }

  /** How many seconds pass on this clock in one real second. */
  public double rate() {
    return driven ? anchor.rate() : 1;
  }

  /**
   * Moves a driven clock.
   *
   * @param to the instant it now shows
   * @param rate seconds per real second from here on, 0 to 100,000
   * @throws ClockBackwardsException if {@code to} is before what the clock shows
   * @throws IllegalStateException if the clock follows the machine
   */
  public synchronized void drive(Instant to, double rate) {
    if (!driven) {
      throw new IllegalStateException(
          "this instance follows the machine's clock and cannot be driven");
    }
    if (!(rate >= 0 && rate <= 100_000)) {
      throw new IllegalArgumentException("rate must be 0 to 100,000 but was " + rate);
    }
    Instant now = instant();
    Instant target = to.truncatedTo(ChronoUnit.MICROS);
    if (target.isBefore(now)) {
      throw new ClockBackwardsException(now, target);
    }
    anchor = new Anchor(target, System.nanoTime(), rate);
  }

  @Override
  public Instant instant() {
    if (!driven) {
      return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
    Anchor a = anchor;
    if (a.rate() == 0) {
      return a.at();
    }
    long nanos = (long) ((System.nanoTime() - a.nanos()) * a.rate());
    return a.at().plus(Duration.ofNanos(nanos)).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same kind of clock in another zone; a driven copy does not follow later moves. */
  @Override
  public Clock withZone(ZoneId other) {
    return new InstanceClock(Objects.requireNonNull(other), driven, anchor);
  }

  /** A driver asked for a time before the one shown. */
  public static final class ClockBackwardsException extends RuntimeException {
    private final Instant now;
    private final Instant asked;

    ClockBackwardsException(Instant now, Instant asked) {
      super("the clock shows " + now + " and cannot go back to " + asked);
      this.now = now;
      this.asked = asked;
    }

    /** What the clock shows. */
    public Instant now() {
      return now;
    }

    /** What was asked for. */
    public Instant asked() {
      return asked;
    }
  }
}
