package org.tocsin.app.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tocsin.kernel.Point;

/** Front door: how long it takes by road, from many places to one. Thread-safe; never blocks. */
public interface RoadTimes {
  /**
   * Driving times from each origin to the target, by one search from the target outwards over the
   * active road network. Where there is no network, or a place is further than {@value
   * RoadGraph#MAX_SNAP_METRES} m from any road of it, the time is estimated and says so.
   *
   * @param limit origins further away are left empty
   * @return one entry for each origin, in the origins' order
   */
  List<Optional<RoadTime>> to(Point target, Collection<Point> origins, Duration limit);

  /**
   * The fastest way between two places.
   *
   * @return empty where no way by road is known
   */
  Optional<RoadRoute> route(Point from, Point to);

  /** What network the times are computed on. */
  RoadStatus status();
}
