package org.tocsin.exercise.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which stamps of a row can be true together. Stamps are taken in time order (at one instant in the
 * order of statuses); one that would step back in the order of statuses is impossible, and so is a
 * unit's report from before it was sent. The server refuses both as well.
 */
public final class StampRule {
  private StampRule() {}

  /** A stamp that is not counted, and why. */
  public record Impossible(Stamp stamp, Instant at, FeedProblem.Code code, String why) {}

  /** What is left, and what is not. */
  public record Judged(SortedMap<Stamp, Instant> possible, List<Impossible> impossible) {}

  /**
   * Judges one row's stamps; {@code dispatched} must be among them for a unit's stamps to count.
   */
  public static Judged judge(Map<Stamp, Instant> stamps) {
    SortedMap<Stamp, Instant> possible = new TreeMap<>();
    List<Impossible> impossible = new ArrayList<>();
    Map<Stamp, Instant> ordered = new EnumMap<>(Stamp.class);
    Instant dispatched = stamps.get(Stamp.DISPATCHED);
    stamps.forEach(
        (stamp, at) -> {
          if (stamp.ofUnit() && (dispatched == null || at.isBefore(dispatched))) {
            impossible.add(
                new Impossible(
                    stamp,
                    at,
                    FeedProblem.Code.STAMP_BEFORE_DISPATCH,
                    "%s at %s is before the unit was sent".formatted(stamp, at)));
          } else {
            ordered.put(stamp, at);
          }
        });
    Stamp furthest = Stamp.RECEIVED;
    for (Map.Entry<Stamp, Instant> entry : inTimeOrder(ordered)) {
      if (entry.getKey().compareTo(furthest) < 0) {
        impossible.add(
            new Impossible(
                entry.getKey(),
                entry.getValue(),
                FeedProblem.Code.STAMP_STEPS_BACK,
                "%s at %s comes after %s".formatted(entry.getKey(), entry.getValue(), furthest)));
      } else {
        furthest = entry.getKey();
        possible.put(entry.getKey(), entry.getValue());
      }
    }
    return new Judged(possible, impossible);
  }

  private static List<Map.Entry<Stamp, Instant>> inTimeOrder(Map<Stamp, Instant> stamps) {
    return stamps.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Stamp, Instant> e) -> e.getValue())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
