package org.tocsin.bench.tracing.ledger;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.bench.tracing.ledger.Shape.Step;

/** The pieces that {@link Shape}s are made of. Shares are of what the payer has at that moment. */
final class Steps {
  private static final int NEARLY_ALL = 970;

  private Steps() {}

  static List<Step> chain(int size) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i + 1 < size; i++) {
      steps.add(new Step(i, i + 1, NEARLY_ALL));
    }
    return steps;
  }

  /** One pays each of a range an equal part. */
  static List<Step> split(int from, int first, int end) {
    List<Step> steps = new ArrayList<>();
    for (int i = first; i < end; i++) {
      steps.add(new Step(from, i, NEARLY_ALL / (end - i)));
    }
    return steps;
  }

  static List<Step> gather(int first, int end, int to) {
    List<Step> steps = new ArrayList<>();
    for (int i = first; i < end; i++) {
      steps.add(new Step(i, to, NEARLY_ALL));
    }
    return steps;
  }

  /** The first account pays row a, each of a several of row b, each of b several of row c. */
  static List<Step> rows(Draw draw, int a, int b, int c, int end) {
    List<Step> steps = split(0, a, b);
    between(draw, steps, a, b, Math.max(b + 1, c));
    if (c < end) {
      between(draw, steps, b, c, end);
    }
    return steps;
  }

  private static void between(Draw draw, List<Step> steps, int first, int middle, int end) {
    for (int from = first; from < middle; from++) {
      steps.add(new Step(from, draw.between(middle, end - 1), 450));
      steps.add(new Step(from, draw.between(middle, end - 1), 930));
    }
  }

  static List<Step> random(Draw draw, int size) {
    List<Step> steps = new ArrayList<>(chain(2));
    for (int i = 0; i < 2 * size; i++) {
      int from = draw.below(Math.min(size, i + 2));
      int to = draw.below(size);
      if (from != to) {
        steps.add(new Step(from, to, draw.between(300, 950)));
      }
    }
    return steps;
  }

  static List<Step> joined(List<Step> first, List<Step> second) {
    List<Step> steps = new ArrayList<>(first);
    steps.addAll(second);
    return steps;
  }
}
