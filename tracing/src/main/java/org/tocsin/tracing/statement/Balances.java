package org.tocsin.tracing.statement;

import java.util.HashMap;
import java.util.Map;

/**
 * What the balances of one statement tell: each account's opening, and where the chain breaks
 * because rows are missing. A balance stands after its payment.
 */
final class Balances {
  private final Entries entries;
  private final Map<Integer, Opening> openings = new HashMap<>();
  private final Map<Integer, Long> running = new HashMap<>();
  private long gaps;

  /** What an account held at an instant; an overdrawn one held nothing of its own. */
  record Opening(long fen, long millis) {}

  /** Looks at the entries of one table, oldest first. */
  Balances(Entries entries, int from, int to, boolean newestFirst) {
    this.entries = entries;
    for (int i = 0; i < to - from; i++) {
      step(newestFirst ? to - 1 - i : from + i);
    }
  }

  private void step(int entry) {
    if (entries.view[entry] == Entries.TRANSFER || entries.balance[entry] == Entries.NONE) {
      return;
    }
    int account = entries.own(entry);
    long after = entries.balance[entry];
    long before =
        entries.view[entry] == Entries.PAYER
            ? after + entries.fen[entry]
            : after - entries.fen[entry];
    Long known = running.put(account, after);
    if (known == null) {
      openings.put(account, new Opening(Math.max(0, before), entries.millis[entry]));
    } else if (known != before) {
      gaps++;
    }
  }

  /** The first balance of each account, before its first payment here. */
  Map<Integer, Opening> openings() {
    return openings;
  }

  long gaps() {
    return gaps;
  }
}
