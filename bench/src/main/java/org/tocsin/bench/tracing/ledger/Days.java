package org.tocsin.bench.tracing.ledger;

import java.time.Instant;

/** When payments happen: quiet nights, busy evenings, over a quarter of a year. */
final class Days {
  static final Instant START = Instant.parse("2025-12-31T16:00:00Z");
  static final int COUNT = 90;
  static final int DAY = 86_400;
  static final int SECONDS = COUNT * DAY;

  /** Payments by hour of the day, of a thousand. */
  private static final int[] HOURS = {
    12, 7, 5, 4, 4, 6, 14, 28, 45, 58, 62, 60, 58, 52, 52, 54, 56, 60, 66, 72, 76, 70, 50, 29
  };

  private final double[] upTo = new double[HOURS.length + 1];

  Days() {
    double sum = 0;
    for (int i = 0; i < HOURS.length; i++) {
      sum += HOURS[i];
      upTo[i + 1] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
  }

  /** The second at which this share (0 to below 1) of all background payments has happened. */
  int second(double share) {
    double days = share * COUNT;
    int day = (int) days;
    double rest = days - day;
    int hour = 0;
    while (hour + 1 < HOURS.length && rest >= upTo[hour + 1]) {
      hour++;
    }
    double within = (rest - upTo[hour]) / (upTo[hour + 1] - upTo[hour]);
    return Math.min(SECONDS - 1, day * DAY + (int) ((hour + within) * 3600));
  }
}
