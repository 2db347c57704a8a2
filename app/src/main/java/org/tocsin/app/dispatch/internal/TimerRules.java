package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Text;

/** How long a step may take, from {@code packs/timers.yaml}. */
final class TimerRules {
  static final String FILE = "timers.yaml";

  /** The pack. */
  record File(Map<String, Step> steps, List<Override> overrides) {}

  /** The rule of one step; see the pack for the meaning of the fields. */
  record Step(
      String from,
      int after,
      @Nullable Double times,
      @Nullable Integer withoutEstimate,
      int escalate,
      String zh,
      String en,
      String source) {}

  /** Other values for some types and priorities. */
  record Override(
      @Nullable List<String> types, @Nullable List<Integer> priorities, Map<String, Change> steps) {
    boolean fits(String type, int priority) {
      return (types == null || types.contains(type))
          && (priorities == null || priorities.contains(priority));
    }
  }

  /** What an override changes; null leaves the step's own value. */
  record Change(@Nullable Integer after, @Nullable Double times, @Nullable Boolean off) {}

  private final Map<Kind, Step> steps = new EnumMap<>(Kind.class);
  private final List<Override> overrides;

  /**
   * @throws PackException naming every defect
   */
  TimerRules(File file) {
    List<String> defects = new ArrayList<>();
    file.steps().forEach((name, step) -> add(name, step, defects));
    for (Kind kind : Kind.values()) {
      if (!steps.containsKey(kind)) {
        defects.add("step " + kind + " is missing");
      }
    }
    file.overrides().stream()
        .flatMap(o -> o.steps().keySet().stream())
        .filter(name -> !file.steps().containsKey(name))
        .forEach(name -> defects.add("override of unknown step " + name));
    if (!defects.isEmpty()) {
      throw new PackException("packs/" + FILE + ": " + String.join("; ", defects));
    }
    overrides = List.copyOf(file.overrides());
  }

  private void add(String name, Step step, List<String> defects) {
    try {
      steps.put(Kind.valueOf(name), step);
    } catch (IllegalArgumentException e) {
      defects.add("step " + name + " is unknown to the program");
    }
    if (step.after() < 0 || step.escalate() <= 0) {
      defects.add("step " + name + ": after must be ≥ 0 and escalate > 0");
    }
  }

  /** The words for a step. */
  Text name(Kind kind) {
    Step step = step(kind);
    return new Text(step.zh(), step.en());
  }

  /** How long each level has before the next is told. */
  Duration escalate(Kind kind) {
    return Duration.ofSeconds(step(kind).escalate());
  }

  /** How long after its base instant the step is overdue, without regard to any incident. */
  Duration after(Kind kind) {
    return Duration.ofSeconds(step(kind).after());
  }

  /**
   * How long after its base instant the step of an incident is overdue.
   *
   * @param estimateSeconds expected road time, if known
   * @return null if the step is not watched there
   */
  @Nullable Duration after(
      Kind kind, String type, int priority, @Nullable Integer estimateSeconds) {
    Step step = step(kind);
    Integer after = null;
    Double times = null;
    for (Override override : overrides) {
      Change change = override.fits(type, priority) ? override.steps().get(kind.name()) : null;
      if (change == null) {
        continue;
      }
      if (Boolean.TRUE.equals(change.off())) {
        return null;
      }
      after = after == null ? change.after() : after;
      times = times == null ? change.times() : times;
    }
    return length(step, after == null ? step.after() : after, times, estimateSeconds);
  }

  private static Duration length(
      Step step, int after, @Nullable Double times, @Nullable Integer estimateSeconds) {
    Double share = times == null ? step.times() : times;
    if (share == null) {
      return Duration.ofSeconds(after);
    }
    if (estimateSeconds == null) {
      Integer without = step.withoutEstimate();
      return Duration.ofSeconds(without == null ? after : without);
    }
    return Duration.ofSeconds(Math.round(share * estimateSeconds) + after);
  }

  private Step step(Kind kind) {
    Step step = steps.get(kind);
    if (step == null) {
      throw new IllegalStateException("no rule for " + kind);
    }
    return step;
  }
}
