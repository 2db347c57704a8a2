package org.tocsin.bench.tracing.recovery;

import java.util.ArrayList;
import java.util.List;

/** Cases of one typology under one rule. */
final class Tally {
  private final List<Integer> falseAccounts = new ArrayList<>();
  private long pattern;
  private long found;
  private long whole;

  void add(int patternAccounts, int foundAccounts, int others) {
    pattern += patternAccounts;
    found += foundAccounts;
    whole += patternAccounts == foundAccounts ? 1 : 0;
    falseAccounts.add(others);
  }

  int cases() {
    return falseAccounts.size();
  }

  long patternAccounts() {
    return pattern;
  }

  /** Share of all patterns' accounts that were found, in percent. */
  double recoveredPercent() {
    return pattern == 0 ? 0 : 100.0 * found / pattern;
  }

  /** Patterns of which every account was found, in percent. */
  double wholePercent() {
    return cases() == 0 ? 0 : 100.0 * whole / cases();
  }

  /** Accounts named that are not of the pattern: the middle case. */
  int falseMedian() {
    return sorted(0.5);
  }

  /** Accounts named that are not of the pattern: the 90th of 100 cases. */
  int false90() {
    return sorted(0.9);
  }

  private int sorted(double share) {
    List<Integer> sorted = falseAccounts.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }
}
