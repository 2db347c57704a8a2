package org.tocsin.app.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.ClockListener;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.RoadSpeeds;
import org.tocsin.app.registry.RoadStatus;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.app.registry.places.PlaceIndex;
import org.tocsin.app.registry.tiles.RoadMap;
import org.tocsin.kernel.InstanceClock;

/**
 * The place index and the road graph in memory, built from the tables when the instance starts and
 * whenever another import is in use, also if another node switched it.
 */
@Component
class RegistryIndexes implements ClockListener {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryIndexes.class);
  private static final int WAIT_SECONDS = 60;
  private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final RegistryRows rows;
  private final ImportStore imports;
  private final RoadSpeeds speeds;
  private final Clock clock;
  private final CountDownLatch first = new CountDownLatch(1);
  private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
  private volatile @Nullable Built built;

  /** What is in use now. */
  record Built(
      long generation,
      PlaceIndex places,
      Optional<RoadGraph> roads,
      RoadStatus status,
      List<PlaceData.PrecinctArea> precincts,
      Drawn drawn) {}

  /**
   * What maps show.
   *
   * @param roadsVersion changes with the roads in use
   * @param precinctsVersion changes with the precincts in use
   */
  record Drawn(RoadMap roads, String roadsVersion, String precinctsVersion) {}

  RegistryIndexes(RegistryRows rows, ImportStore imports, RoadSpeeds speeds, InstanceClock clock) {
    this.rows = rows;
    this.imports = imports;
    this.speeds = speeds;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    // Beside the start, which should not wait for a large city.
    Thread.ofPlatform().name("registry-indexes").daemon().start(this::firstTime);
  }

  private void firstTime() {
    try {
      int interrupted = imports.failInterrupted();
      if (interrupted > 0) {
        LOG.warn("{} imports were cut short by the last stop; send the files again", interrupted);
      }
      renew();
    } catch (RuntimeException e) {
      LOG.error("the registry's indexes cannot be built", e);
    }
  }

  /** Builds anew if another import is in use. */
  synchronized void renew() {
    long generation = rows.generation();
    Built now = built;
    if (now == null || now.generation() != generation) {
      built = build(generation);
      first.countDown();
    }
  }

  private Built build(long generation) {
    long start = System.nanoTime();
    final String roadsVersion = rows.version(ImportKind.STREET_TABLE.group());
    final String precinctsVersion = rows.version(ImportKind.PRECINCTS.group());
    List<RoadSegment> segments = rows.segments();
    List<PlaceData.PrecinctArea> precincts = rows.precincts();
    PlaceIndex places =
        PlaceIndex.build(
            new PlaceData(
                segments, rows.crossings(), rows.landmarks(), rows.addresses(), precincts));
    Optional<RoadGraph> roads =
        segments.isEmpty()
            ? Optional.empty()
            : Optional.of(RoadGraph.build(segments, speeds.model()));
    Instant at = clock.instant();
    RoadStatus status =
        roads
            .map(
                graph ->
                    new RoadStatus(
                        String.join(", ", rows.roadSources()), graph.nodes(), graph.edges(), at))
            .orElse(new RoadStatus("", 0, 0, null));
    LOG.info(
        "registry: {}, {} precincts, {} road nodes, built in {} ms",
        places.size(),
        precincts.size(),
        status.nodes(),
        (System.nanoTime() - start) / 1_000_000);
    Drawn drawn = new Drawn(RoadMap.of(segments), roadsVersion, precinctsVersion);
    return new Built(generation, places, roads, status, precincts, drawn);
  }

  /** What is in use; waits for the first build. */
  Built current() {
    Built now = built;
    if (now != null) {
      return now;
    }
    try {
      if (!first.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the registry's indexes are not built yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return java.util.Objects.requireNonNull(built);
  }

  @Override
  public void advanced(Instant now) {
    long last = lookedAt.get();
    long nanos = System.nanoTime();
    if (built != null && nanos - last > LOOK_EVERY_NANOS && lookedAt.compareAndSet(last, nanos)) {
      if (rows.generation() != current().generation()) {
        Thread.ofPlatform().name("registry-indexes").daemon().start(this::renew);
      }
    }
  }
}
