package org.tocsin.exercise.feed;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A feed as read: its calls in the order they came in, and everything that could not be taken as it
 * stands.
 *
 * @param id the same for the same bytes under the same mapping: what idempotency keys are derived
 *     from
 * @param folder where its files are; imports are looked up from here
 */
public record Feed(
    String id,
    Path folder,
    FeedMapping mapping,
    List<CallRecord> calls,
    List<FeedProblem> problems) {

  /** The first instant of the feed. */
  public Instant first() {
    return calls.getFirst().received();
  }

  /** The number of unit responses. */
  public int responses() {
    return calls.stream().mapToInt(c -> c.units().size()).sum();
  }

  /** The first calls only, the rest left out: for a short drill. */
  public Feed until(Instant end) {
    List<CallRecord> kept = calls.stream().filter(c -> c.received().isBefore(end)).toList();
    Set<String> numbers = kept.stream().map(CallRecord::number).collect(Collectors.toSet());
    return new Feed(
        id + "-until-" + end.getEpochSecond(),
        folder,
        mapping,
        kept,
        problems.stream().filter(p -> numbers.contains(p.row().split("-")[0])).toList());
  }
}
