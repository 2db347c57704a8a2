package org.tocsin.tracing.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Every payment by which mixed money could have come to the account: those into it, and into each
 * sender before it paid. Amounts are what the payments carried in all.
 */
final class MixingProofs extends Proofs {
  MixingProofs(FlowTable table) {
    super(table);
  }

  @Override
  void mark(int account, byte end, int rows, long[] carried) {
    // Rows split from one payment lie side by side, so their order is that of payments.
    Integer[] order = new Integer[rows];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, (a, b) -> Long.compare(table.id[b], table.id[a]));
    Map<Integer, Long> wantedBefore = new HashMap<>();
    wantedBefore.put(account, Long.MAX_VALUE);
    for (int row : order) {
      Long before = wantedBefore.get(table.to[row]);
      byte wanted = before != null && before == Long.MAX_VALUE ? end : Ends.ON;
      if (before != null && isOnTheWay(row, wanted) && table.id[row] < before) {
        carried[row] = table.fen[row];
        if (table.first[row] >= 0) {
          wantedBefore.putIfAbsent(table.from[row], table.id[row]);
        }
      }
    }
  }

  /** Money goes on from accounts and, by order number, from hubs. */
  private boolean isOnTheWay(int row, byte wanted) {
    return table.end[row] == wanted || (wanted == Ends.ON && table.end[row] == Ends.HUB);
  }

  @Override
  boolean placed() {
    return false;
  }
}
