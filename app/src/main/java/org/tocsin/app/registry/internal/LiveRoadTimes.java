package org.tocsin.app.registry.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadRoute;
import org.tocsin.app.registry.RoadStatus;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.kernel.Point;

/** The road graph in use. */
@Service
class LiveRoadTimes implements RoadTimes {
  private final RegistryIndexes indexes;

  LiveRoadTimes(RegistryIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public List<Optional<RoadTime>> to(Point target, Collection<Point> origins, Duration limit) {
    Optional<RoadGraph> roads = indexes.current().roads();
    if (roads.isPresent()) {
      return roads.get().timesTo(target, origins, limit);
    }
    List<Optional<RoadTime>> times = new ArrayList<>(origins.size());
    for (Point origin : origins) {
      RoadTime time = RoadTime.estimate(origin.distanceTo(target), 0);
      times.add(time.time().compareTo(limit) > 0 ? Optional.empty() : Optional.of(time));
    }
    return times;
  }

  @Override
  public Optional<RoadRoute> route(Point from, Point to) {
    return indexes.current().roads().flatMap(graph -> graph.route(from, to));
  }

  @Override
  public RoadStatus status() {
    return indexes.current().status();
  }
}
