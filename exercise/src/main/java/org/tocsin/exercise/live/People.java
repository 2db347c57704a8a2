package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The people who work at the instance: the city's own call-takers and dispatchers keep away from
 * what a person has just touched.
 */
final class People {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final World world;
  private final CityTime time;
  private Set<String> names = Set.of();
  private long readNanos = System.nanoTime() - FRESH.toNanos() - 1;

  People(World world, CityTime time) {
    this.world = world;
    this.time = time;
  }

  private synchronized Set<String> names() {
    if (System.nanoTime() - readNanos > FRESH.toNanos()) {
      names =
          world.tocsin().all("/api/officers?limit=200").stream()
              .map(o -> o.path("displayName").asString(""))
              .collect(Collectors.toSet());
      readNanos = System.nanoTime();
    }
    return names;
  }

  /**
   * Whether a person wrote in the incident's timeline within the last so much of the city's time.
   */
  boolean touched(String incident, Duration within) {
    Instant since = time.instance().minus(time.onInstance(within));
    Set<String> people = names();
    for (JsonNode line : world.tocsin().get("/api/incidents/" + incident + "/timeline")) {
      if (people.contains(line.path("by").asString(""))
          && Instant.parse(line.path("enteredAt").asString()).isAfter(since)) {
        return true;
      }
    }
    return false;
  }
}
