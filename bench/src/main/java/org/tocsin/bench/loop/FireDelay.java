package org.tocsin.bench.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.bench.load.Latency;

/**
 * Watches for what clocks that come due write into timelines. Each delay is that until it can be
 * read by others, to within the {@value #POLL_MILLIS} ms between two looks; only matters that are
 * due and not yet seen are looked for.
 */
final class FireDelay implements Runnable {
  private static final int POLL_MILLIS = 10;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Owner owner;
  private final List<Copies.Firing> firings;
  private final long after;
  private final Clock clock = Clock.systemUTC();
  private final Map<UUID, Instant> waiting = new HashMap<>();
  final Latency delays = new Latency("due → in the timeline");
  private long twice;

  FireDelay(Owner owner, List<Copies.Firing> firings) {
    this.owner = owner;
    this.firings = firings;
    this.after =
        owner.rows("select max(seq) from matter.loop_entry", rs -> rs.getLong(1)).getFirst();
  }

  @Override
  public void run() {
    int next = 0;
    Instant end = firings.getLast().at().plus(LONGEST);
    while ((next < firings.size() || !waiting.isEmpty()) && clock.instant().isBefore(end)) {
      Instant now = clock.instant();
      while (next < firings.size() && !firings.get(next).at().isAfter(now)) {
        waiting.put(firings.get(next).matter(), firings.get(next).at());
        next++;
      }
      look();
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    twice = doubled();
  }

  private void look() {
    if (waiting.isEmpty()) {
      return;
    }
    List<UUID> seen =
        owner.rows(
            """
            select distinct matter_id from matter.loop_entry
            where matter_id = any(?) and seq > ? and what in ('CLOCK_WARNED', 'CLOCK_EXPIRED')
            """,
            rs -> UUID.fromString(rs.getString(1)),
            List.copyOf(waiting.keySet()),
            after);
    Instant now = clock.instant();
    for (UUID matter : seen) {
      Instant due = waiting.remove(matter);
      if (due != null) {
        delays.record(Duration.between(due, now).toNanos());
      }
    }
  }

  private long doubled() {
    return owner
        .rows(
            """
            select count(*) from (select matter_id from matter.loop_entry
              where matter_id = any(?) and seq > ? and what = 'CLOCK_WARNED'
              group by matter_id, data ->> 'clock' having count(*) > 1) x
            """,
            rs -> rs.getLong(1),
            firings.stream().map(Copies.Firing::matter).toList(),
            after)
        .getFirst();
  }

  /** How many never fired. */
  long missed() {
    return firings.size() - delays.count();
  }

  /** How many fired more than once. */
  long twice() {
    return twice;
  }
}
