package org.tocsin.tracing.oracle;

import java.util.Map;
import java.util.TreeMap;
import org.tocsin.tracing.End;

/** What an oracle found, kept as plainly as possible. */
final class Outcome {
  /** A place where traced money came to rest. */
  record Spot(int account, End end) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
      int by = Integer.compare(account, other.account);
      return by != 0 ? by : end.compareTo(other.end);
    }
  }

  /** What one payment carried of one report's money. */
  record Carried(int payment, int report) implements Comparable<Carried> {
    @Override
    public int compareTo(Carried other) {
      int by = Integer.compare(payment, other.payment);
      return by != 0 ? by : Integer.compare(report, other.report);
    }
  }

  final Map<Spot, Long> rest = new TreeMap<>();
  final Map<Carried, Long> carried = new TreeMap<>();

  /** Least number of payments from a report to each account, whatever became of the money there. */
  final Map<Integer, Integer> tiers = new TreeMap<>();

  long reported;
  long overlap;
  long dust;
  long beyondHops;

  void rests(int account, End end, long fen) {
    if (fen != 0) {
      rest.merge(new Spot(account, end), fen, Long::sum);
    }
  }

  void carries(int payment, int report, long fen) {
    if (fen != 0) {
      carried.merge(new Carried(payment, report), fen, Long::sum);
    }
  }

  void arrives(int account, int tier) {
    tiers.merge(account, tier, Math::min);
  }

  long total(End end) {
    return rest.entrySet().stream()
        .filter(e -> e.getKey().end() == end)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The first thing a test of an oracle asks: is every reported fen somewhere? */
  boolean conserved() {
    long found = dust;
    for (End end : End.values()) {
      found += total(end);
    }
    return found == reported - overlap;
  }
}
