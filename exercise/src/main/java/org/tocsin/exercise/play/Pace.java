package org.tocsin.exercise.play;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast feed time passes: times {@code speed}, or as fast as the instance can ({@link
 * Double#POSITIVE_INFINITY}).
 */
public record Pace(double speed) {
  public Pace {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, or max");
    }
  }

  /** {@code max}, {@code 20}, {@code x20} or {@code ×20}. */
  public static Pace of(String text) {
    String number = text.strip().replaceFirst("^[x×]", "");
    return number.equalsIgnoreCase("max")
        ? new Pace(Double.POSITIVE_INFINITY)
        : new Pace(Double.parseDouble(number));
  }

  public boolean max() {
    return Double.isInfinite(speed);
  }

  /** How long after the start the feed's {@code at} is due. */
  Duration due(Instant first, Instant at) {
    return max()
        ? Duration.ZERO
        : Duration.ofNanos((long) (Duration.between(first, at).toMillis() / speed * 1e6));
  }
}
