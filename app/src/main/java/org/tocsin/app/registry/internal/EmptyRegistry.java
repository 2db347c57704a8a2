package org.tocsin.app.registry.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.Candidate;
import org.tocsin.app.registry.Locator;
import org.tocsin.app.registry.Nearest;
import org.tocsin.app.registry.Precinct;
import org.tocsin.app.registry.RoadRoute;
import org.tocsin.app.registry.RoadStatus;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/** A registry that holds nothing yet; goes when the imports land. */
@Component
class EmptyRegistry implements Locator, RoadTimes {
  @Override
  public List<Candidate> search(String text, @Nullable Point near, int limit) {
    return List.of();
  }

  @Override
  public Nearest reverse(Point point) {
    return new Nearest(null, 0, null);
  }

  @Override
  public Optional<Precinct> precinctAt(Point point) {
    return Optional.empty();
  }

  @Override
  public Optional<Precinct> findPrecinct(PrecinctId id) {
    return Optional.empty();
  }

  @Override
  public List<Optional<RoadTime>> to(Point target, Collection<Point> origins, Duration limit) {
    List<Optional<RoadTime>> times = new ArrayList<>();
    origins.forEach(o -> times.add(Optional.of(RoadTime.estimate(o.distanceTo(target), 0))));
    return times;
  }

  @Override
  public Optional<RoadRoute> route(Point from, Point to) {
    return Optional.empty();
  }

  @Override
  public RoadStatus status() {
    return new RoadStatus("", 0, 0, null);
  }
}
