package org.tocsin.bench.tracing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Some latencies, exact: few enough to be sorted. */
record Times(double[] sortedMs) {
  static Times of(Map<Integer, Long> nanosByQuestion, Collection<Integer> questions) {
    return new Times(
        questions.stream()
            .map(nanosByQuestion::get)
            .filter(Objects::nonNull)
            .mapToDouble(nanos -> nanos / 1e6)
            .sorted()
            .toArray());
  }

  int count() {
    return sortedMs.length;
  }

  /** The smallest value that this share of all (in percent) does not exceed; NaN for none. */
  double ms(double percent) {
    if (sortedMs.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sortedMs.length);
    return sortedMs[Math.clamp(rank - 1, 0, sortedMs.length - 1)];
  }

  double totalMs() {
    return Arrays.stream(sortedMs).sum();
  }

  /** Three significant figures, from microseconds to minutes. */
  static String text(double ms) {
    if (Double.isNaN(ms)) {
      return "–";
    }
    int places = ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : ms >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%,." + places + "f", ms);
  }

  void json(ObjectNode into, String prefix) {
    into.put(prefix + "_count", count());
    for (int percent : new int[] {50, 95, 99}) {
      if (count() > 0) {
        into.put(prefix + "_p" + percent + "_ms", ms(percent));
      }
    }
  }
}
