package org.tocsin.exercise.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.StampRule;
import org.tocsin.exercise.feed.UnitResponse;

/** A feed turned into what has to happen when. */
final class Script {
  private Script() {}

  /** Every step by its instant; the steps of an instant in the order in which they may happen. */
  static NavigableMap<Instant, List<Step>> of(Feed feed) {
    List<Step> steps = new ArrayList<>();
    feed.calls().forEach(call -> add(steps, call));
    steps.sort(
        Comparator.comparing(Step::at)
            .thenComparingInt(Step::rank)
            .thenComparing(Step::stamp)
            .thenComparing(s -> s.call().number()));
    return steps.stream()
        .collect(Collectors.groupingBy(Step::at, TreeMap::new, Collectors.toList()));
  }

  private static void add(List<Step> steps, CallRecord call) {
    steps.add(new Step(call.received(), Step.Kind.RECEIVE, call, List.of(), Stamp.RECEIVED));
    steps.add(new Step(call.entered(), Step.Kind.ACCEPT, call, List.of(), Stamp.ENTERED));
    call.units().stream()
        .collect(Collectors.groupingBy(UnitResponse::dispatched, TreeMap::new, Collectors.toList()))
        .forEach(
            (at, units) -> steps.add(new Step(at, Step.Kind.ORDER, call, units, Stamp.DISPATCHED)));
    Instant end = call.allCleared();
    UnitResponse last = end == null ? null : lastCleared(call);
    for (UnitResponse unit : call.units()) {
      unit.stamps()
          .forEach(
              (stamp, at) -> {
                // The last unit's being free is part of closing: it feeds back first.
                if (stamp.ofUnit() && !(unit.equals(last) && stamp == Stamp.CLEARED)) {
                  steps.add(new Step(at, Step.Kind.REPORT, call, List.of(unit), stamp));
                }
              });
      for (StampRule.Impossible i : unit.impossible()) {
        if (i.stamp().ofUnit() && !i.at().isBefore(unit.dispatched())) {
          steps.add(new Step(i.at(), Step.Kind.IMPOSSIBLE, call, List.of(unit), i.stamp()));
        }
      }
    }
    if (end != null && last != null) {
      steps.add(new Step(end, Step.Kind.CLOSE, call, List.of(last), Stamp.CLEARED));
    }
  }

  private static UnitResponse lastCleared(CallRecord call) {
    return call.units().stream()
        .max(Comparator.comparing(u -> java.util.Objects.requireNonNull(u.at(Stamp.CLEARED))))
        .orElseThrow();
  }
}
