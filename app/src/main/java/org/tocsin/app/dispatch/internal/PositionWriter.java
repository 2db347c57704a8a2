package org.tocsin.app.dispatch.internal;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.internal.PositionBoard.TrailPoint;
import org.tocsin.app.foundation.LiveStream;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.UnitId;

/** Once a second: shows what moved, writes it in two statements however many units there are. */
@Component
class PositionWriter implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);

  private final PositionBoard positions;
  private final UnitBoard units;
  private final PositionStore store;
  private final LiveStream stream;
  private final InstanceClock clock;
  private Instant readFrom = Instant.EPOCH;

  PositionWriter(
      PositionBoard positions,
      UnitBoard units,
      PositionStore store,
      LiveStream stream,
      InstanceClock clock) {
    this.positions = positions;
    this.units = units;
    this.store = store;
    this.stream = stream;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    learn();
  }

  /** One round. */
  @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
  synchronized void tick() {
    flush();
  }

  /** Reads what other nodes took. */
  @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
  synchronized void learn() {
    Instant from = readFrom;
    // A little overlap: another node's transaction may commit after its stamp.
    readFrom = clock.instant().minusSeconds(10);
    store.readSince(from, positions::learn);
  }

  @PreDestroy
  synchronized void flush() {
    Map<UnitId, Fix> moved = positions.drainChanged();
    if (!moved.isEmpty()) {
      show(moved);
      write(moved);
    }
    List<TrailPoint> points = positions.drainTrail();
    if (!points.isEmpty()) {
      try {
        store.trail(points);
      } catch (DataAccessException e) {
        LOG.warn("{} trail points could not be kept", points.size(), e);
      }
    }
  }

  private void write(Map<UnitId, Fix> moved) {
    try {
      store.last(moved, clock.instant());
    } catch (DataAccessException e) {
      LOG.warn("{} positions could not be written yet", moved.size(), e);
      positions.putBack(moved.keySet());
    }
  }

  private void show(Map<UnitId, Fix> moved) {
    if (stream.hasSubscribers()) {
      stream.broadcast("positions", scope -> body(scope, moved));
    }
  }

  /** Rows of [unitId, lat, lon, course or null, at]; null when nothing in scope moved. */
  @Nullable Object body(Scope scope, Map<UnitId, Fix> moved) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    moved.forEach(
        (id, fix) -> {
          if (units.find(id).filter(u -> scope.covers(u.unit().agency())).isPresent()) {
            rows.add(
                Arrays.asList(
                    id.toString(),
                    fix.at().lat(),
                    fix.at().lon(),
                    fix.course(),
                    fix.when().toString()));
          }
        });
    return rows.isEmpty() ? null : rows;
  }
}
