package org.tocsin.exercise.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * The city's time. On an instance with a driven clock it is the instance's, which is made to run at
 * the city's pace. On one that follows the machine's clock the city starts at the machine's time
 * and runs at its pace from there, so that at ×1 both are the same.
 */
final class CityTime {
  private final Tocsin tocsin;
  private final Clock machine;
  private final double speed;
  private final boolean driven;
  private volatile Instant base;
  private volatile long baseNanos;

  CityTime(Tocsin tocsin, Clock machine, double speed) {
    this.tocsin = tocsin;
    this.machine = machine;
    this.speed = speed;
    JsonNode clock = tocsin.get("/api/exercise/clock");
    this.driven = clock.path("driven").asBoolean(false);
    this.base = machine.instant();
    this.baseNanos = System.nanoTime();
    if (driven) {
      keepPace();
    }
  }

  /**
   * Sees to it that a driven clock runs at the city's pace, also after the server was restarted.
   */
  void keepPace() {
    if (!driven) {
      return;
    }
    JsonNode clock = tocsin.get("/api/exercise/clock");
    if (clock.path("rate").asDouble() != speed) {
      Instant now = Instant.parse(clock.path("now").asString());
      // Between reading and setting, a running clock has moved on.
      Instant ahead = now.plusMillis((long) (500 * Math.max(1, clock.path("rate").asDouble())));
      clock =
          tocsin
              .put(
                  "/api/exercise/clock",
                  Tocsin.object().put("instant", ahead.toString()).put("rate", speed))
              .send();
    }
    base = Instant.parse(clock.path("now").asString());
    baseNanos = System.nanoTime();
  }

  /** What the city's clocks show. */
  Instant now() {
    long elapsed = System.nanoTime() - baseNanos;
    return base.plus(Duration.ofNanos((long) (elapsed * speed)));
  }

  /** What the instance's clock shows, as far as can be known from here. */
  Instant instance() {
    return driven ? now() : machine.instant();
  }

  /** How long something of the city's time takes on the instance's clock. */
  Duration onInstance(Duration ofCity) {
    return driven ? ofCity : Duration.ofMillis((long) (ofCity.toMillis() / speed));
  }

  double speed() {
    return speed;
  }
}
