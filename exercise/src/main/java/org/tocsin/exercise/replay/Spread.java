package org.tocsin.exercise.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.kernel.Quantiles;
import tools.jackson.databind.JsonNode;

/** Median and 90th percentile (nearest rank) of whole seconds over {@code count} cases. */
record Spread(long median, long p90, int count) {

  /** The response intervals per assignment, from the instants that an instance holds. */
  static Map<String, Spread> intervals(Snapshot snapshot) {
    Map<String, List<Long>> lengths = new LinkedHashMap<>();
    for (String name :
        List.of(
            "received_to_dispatched",
            "dispatched_to_departed",
            "departed_to_arrived",
            "dispatched_to_available")) {
      lengths.put(name, new ArrayList<>());
    }
    for (JsonNode a : snapshot.assignments().values()) {
      JsonNode incident = snapshot.incidents().get(a.path("incidentId").asString(""));
      String received =
          incident == null ? "" : incident.path("instants").path("received").asString("");
      put(lengths, "received_to_dispatched", received, a.path("dispatchedAt").asString(""));
      put(
          lengths,
          "dispatched_to_departed",
          a.path("dispatchedAt").asString(""),
          a.path("departedAt").asString(""));
      put(
          lengths,
          "departed_to_arrived",
          a.path("departedAt").asString(""),
          a.path("arrivedAt").asString(""));
      put(
          lengths,
          "dispatched_to_available",
          a.path("dispatchedAt").asString(""),
          a.path("clearedAt").asString(""));
    }
    Map<String, Spread> spreads = new LinkedHashMap<>();
    lengths.forEach((name, list) -> spreads.put(name, of(list)));
    return spreads;
  }

  static Spread of(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Spread(
        Quantiles.nearestRank(sorted, 0.5).orElse(0),
        Quantiles.nearestRank(sorted, 0.9).orElse(0),
        sorted.length);
  }

  private static void put(Map<String, List<Long>> lengths, String name, String from, String to) {
    List<Long> list = lengths.get(name);
    if (list != null && !from.isEmpty() && !to.isEmpty()) {
      list.add(Duration.between(Instant.parse(from), Instant.parse(to)).toSeconds());
    }
  }
}
