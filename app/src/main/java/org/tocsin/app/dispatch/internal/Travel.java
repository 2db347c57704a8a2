package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** How long units take to a place: from their live position if it is believed, else from home. */
@Component
class Travel {
  private final RoadTimes roads;
  private final PositionBoard positions;
  private final DispatchPolicy.Choice policy;

  Travel(RoadTimes roads, PositionBoard positions, DispatchPolicy policy) {
    this.roads = roads;
    this.positions = positions;
    this.policy = policy.recommendation();
  }

  /** Where a unit is taken to be, and how that is known. */
  record Origin(Point at, Source source, long ageSeconds) {}

  /** How a unit's place is known, best first. */
  enum Source {
    LIVE,
    HOME,
    /** An old position, where there is no home. */
    STALE
  }

  Optional<Origin> origin(UnitRow unit, Instant now) {
    Optional<Fix> fix = positions.find(unit.id());
    Optional<Origin> seen =
        fix.map(f -> new Origin(f.at(), Source.LIVE, Duration.between(f.when(), now).toSeconds()));
    long believed = policy.positionBelievedMinutes() * 60L;
    if (seen.isPresent() && seen.get().ageSeconds() <= believed) {
      return seen;
    }
    Point home = unit.home();
    return home != null
        ? Optional.of(new Origin(home, Source.HOME, 0))
        : seen.map(o -> new Origin(o.at(), Source.STALE, o.ageSeconds()));
  }

  /** Road times to a place by one search; units whose place or way is unknown are left out. */
  Map<UnitId, RoadTime> to(Point target, Map<UnitId, Origin> origins) {
    List<UnitId> ids = new ArrayList<>(origins.keySet());
    List<Point> points = new ArrayList<>(ids.size());
    for (UnitId id : ids) {
      Origin origin = origins.get(id);
      points.add(origin == null ? target : origin.at());
    }
    List<Optional<RoadTime>> times =
        roads.to(target, points, Duration.ofMinutes(policy.limitMinutes()));
    Map<UnitId, RoadTime> byUnit = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      UnitId id = ids.get(i);
      times.get(i).ifPresent(time -> byUnit.put(id, time));
    }
    return byUnit;
  }
}
