package org.tocsin.tracing.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.tracing.Snapshot;

/** Whether payments that a bank takes back are there, each as often as it is taken back. */
final class Existing {
  private Existing() {}

  static void check(Snapshot snapshot, List<Entry> removed) {
    Map<Entry, Integer> times = new HashMap<>();
    for (Entry entry : removed) {
      times.merge(entry, 1, Integer::sum);
    }
    times.forEach(
        (entry, wanted) -> {
          if (count(snapshot, entry) < wanted) {
            throw new IllegalArgumentException(
                "no such payment: %s to %s, %d fen, %s"
                    .formatted(
                        snapshot.key(entry.from()),
                        snapshot.key(entry.to()),
                        entry.amount(),
                        Instant.ofEpochMilli(entry.millis())));
          }
        });
  }

  private static long count(Snapshot snapshot, Entry entry) {
    Instant at = Instant.ofEpochMilli(entry.millis());
    return snapshot.locate(entry.from(), entry.to(), entry.amount(), at, Duration.ZERO).stream()
        .filter(found -> found.serial().equals(entry.serial()))
        .filter(found -> found.order().equals(entry.order()))
        .count();
  }
}
