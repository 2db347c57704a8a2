package org.tocsin.app.registry;

import java.time.Duration;

/**
 * The way from one origin to the target.
 *
 * @param time driving time
 * @param metres length of the way
 * @param snapMetres how far the origin lies from the road it was put on
 * @param estimated whether no way by road was known, so that this is the straight line × 1.4 at 30
 *     km/h
 */
public record RoadTime(Duration time, double metres, double snapMetres, boolean estimated) {
  private static final double DETOUR = 1.4;
  private static final double FALLBACK_METRES_PER_SECOND = 30 / 3.6;

  /** The fallback where no road is known: straight line × 1.4 at 30 km/h. */
  public static RoadTime estimate(double straightMetres, double snapMetres) {
    double metres = straightMetres * DETOUR;
    return new RoadTime(
        Duration.ofMillis(Math.round(1000 * metres / FALLBACK_METRES_PER_SECOND)),
        metres,
        snapMetres,
        true);
  }
}
