package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.kernel.UnitId;

/**
 * The last fix of every unit in memory, and what of it still has to be written and shown. Taking a
 * fix touches no lock and no database; {@link PositionWriter} does the rest once a second.
 */
@Component
class PositionBoard {
  private final DispatchPolicy.Fixes policy;
  private final Map<UnitId, Fix> last = new ConcurrentHashMap<>();
  private final Map<UnitId, Fix> lastInTrail = new ConcurrentHashMap<>();
  private final Set<UnitId> changed = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<TrailPoint> trail = new ConcurrentLinkedQueue<>();

  /** A fix that is kept. */
  record TrailPoint(UnitId unit, Fix fix) {}

  PositionBoard(DispatchPolicy policy) {
    this.policy = policy.positions();
  }

  Optional<Fix> find(UnitId id) {
    return Optional.ofNullable(last.get(id));
  }

  /**
   * Takes a fix.
   *
   * @return when the fix we have is from, if that is later and the new one was not taken
   */
  Optional<Instant> take(UnitId id, Fix fix) {
    Fix now = last.merge(id, fix, (a, b) -> b.when().isBefore(a.when()) ? a : b);
    if (now.when().isAfter(fix.when())) {
      return Optional.of(now.when());
    }
    changed.add(id);
    lastInTrail.compute(id, (unit, before) -> sampled(unit, before, fix));
    return Optional.empty();
  }

  private Fix sampled(UnitId unit, @Nullable Fix before, Fix fix) {
    if (before != null
        && fix.when().isBefore(before.when().plusSeconds(policy.trailEverySeconds()))
        && fix.at().distanceTo(before.at()) < policy.trailEveryMetres()) {
      return before;
    }
    trail.add(new TrailPoint(unit, fix));
    return fix;
  }

  /** Puts in what another node wrote, if it is newer. */
  void learn(UnitId id, Fix fix) {
    last.merge(id, fix, (a, b) -> b.when().isAfter(a.when()) ? b : a);
  }

  /** Takes out the units whose fix changed since the last time. */
  Map<UnitId, Fix> drainChanged() {
    Map<UnitId, Fix> fixes = new HashMap<>();
    for (UnitId id : Set.copyOf(changed)) {
      // Removed first: a fix that comes between is then drained next time.
      changed.remove(id);
      Fix fix = last.get(id);
      if (fix != null) {
        fixes.put(id, fix);
      }
    }
    return fixes;
  }

  /** Says that these could not be written and must be drained again. */
  void putBack(Set<UnitId> ids) {
    changed.addAll(ids);
  }

  List<TrailPoint> drainTrail() {
    List<TrailPoint> points = new ArrayList<>();
    for (TrailPoint point = trail.poll(); point != null; point = trail.poll()) {
      points.add(point);
    }
    return points;
  }
}
