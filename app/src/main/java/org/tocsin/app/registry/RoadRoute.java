package org.tocsin.app.registry;

import java.time.Duration;
import java.util.List;
import org.tocsin.kernel.Point;

/**
 * A way by road.
 *
 * @param time driving time
 * @param metres length
 * @param line the way's points, in driving order
 */
public record RoadRoute(Duration time, double metres, List<Point> line) {
  public RoadRoute {
    line = List.copyOf(line);
  }
}
