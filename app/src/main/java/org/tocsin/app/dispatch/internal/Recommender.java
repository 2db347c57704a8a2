package org.tocsin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.internal.RunCards.Line;
import org.tocsin.kernel.UnitId;

/**
 * Chooses units for a run card: pure, no clock, no database.
 *
 * <p>Line by line in order of importance, place by place, the unit with the least cost that is not
 * chosen yet. The cost is the road time in seconds, plus a penalty for each step down the line's
 * order of preference, plus a penalty for taking a unit from other work. A last-resort type, and a
 * unit whose way is unknown, comes after everything else. Equal costs go by call sign, then id.
 */
final class Recommender {
  private static final long LAST_RESORT = 10_000_000;
  private static final long WAY_UNKNOWN = 1_000_000;

  private final int alternativePenalty;
  private final int divertPenalty;

  /** Penalties in seconds. */
  Recommender(int alternativePenalty, int divertPenalty) {
    this.alternativePenalty = alternativePenalty;
    this.divertPenalty = divertPenalty;
  }

  /**
   * A unit that could go.
   *
   * @param seconds road time; null if unknown
   * @param diverted whether it would be taken from other work
   */
  record Option(
      UnitId id, String callSign, String type, @Nullable Long seconds, boolean diverted) {}

  /** A chosen unit and the line it fills. */
  record Choice(int line, Option option) {}

  /**
   * What was found.
   *
   * @param already how many places of each line are taken by units already sent
   * @param missing how many places of each line nobody fills
   */
  record Result(List<Choice> chosen, int[] already, int[] missing) {}

  /**
   * @param sent types of the units already on the incident; each takes the place it fits best
   */
  Result choose(List<Line> lines, List<String> sent, List<Option> options) {
    int[] already = new int[lines.size()];
    sent.forEach(type -> take(lines, already, type));
    List<Choice> chosen = new ArrayList<>();
    int[] missing = new int[lines.size()];
    Set<UnitId> used = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      int places = lines.get(i).count() - already[i];
      List<Option> best = best(lines.get(i), options, used, places);
      for (Option option : best) {
        used.add(option.id());
        chosen.add(new Choice(i, option));
      }
      missing[i] = Math.max(0, places - best.size());
    }
    return new Result(chosen, already, missing);
  }

  private List<Option> best(Line line, List<Option> options, Set<UnitId> used, int places) {
    if (places <= 0) {
      return List.of();
    }
    return options.stream()
        .filter(o -> line.rank(o.type()) >= 0 && !used.contains(o.id()))
        .sorted(order(line))
        .limit(places)
        .toList();
  }

  private Comparator<Option> order(Line line) {
    return Comparator.comparingLong((Option o) -> cost(line, o))
        .thenComparing(Option::callSign)
        .thenComparing(o -> o.id().value());
  }

  /** Seconds of road time with the penalties. */
  long cost(Line line, Option option) {
    int rank = line.rank(option.type());
    Long seconds = option.seconds();
    return (seconds == null ? WAY_UNKNOWN : seconds)
        + (long) rank * alternativePenalty
        + (option.diverted() ? divertPenalty : 0)
        + (rank >= line.need().size() ? LAST_RESORT : 0);
  }

  private static void take(List<Line> lines, int[] already, String type) {
    int best = -1;
    for (int i = 0; i < lines.size(); i++) {
      int rank = lines.get(i).rank(type);
      boolean open = already[i] < lines.get(i).count();
      if (rank >= 0 && open && (best < 0 || rank < lines.get(best).rank(type))) {
        best = i;
      }
    }
    if (best >= 0) {
      already[best]++;
    }
  }
}
