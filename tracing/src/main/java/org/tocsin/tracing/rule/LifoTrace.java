package org.tocsin.tracing.rule;

import org.tocsin.tracing.OutCursor;

/**
 * Last in, first out. A fen's place is the height of the balance below it: a payment takes all fen
 * above the balance it leaves. The slice moves as a block, its lowest fen first in the payment.
 */
final class LifoTrace extends PieceTrace {
  LifoTrace(Setting setting, Lift lift) {
    super(setting, lift);
  }

  @Override
  long place(int account, long id, long inPos) {
    return inPos + lift().at(account, id) - setting().snapshot.outflow(account, id + 1);
  }

  @Override
  void follow(int row, OutCursor outs, long fromId, long toId) {
    int account = table.to[row];
    long begin = table.begin[row];
    long end = begin + table.rest[row];
    boolean more = outs.seekId(account, fromId);
    while (more && outs.id() < toId) {
      long after = outs.bal() + lift().at(account, outs.id()) - outs.amount();
      if (after < end) {
        long low = Math.max(begin, after);
        emit(row, low - after, end - low);
        end = low;
      }
      more = begin < end && outs.next();
    }
    table.rest[row] = end - begin;
  }

  @Override
  long wouldLeave(int row, OutCursor outs, long toId) {
    int account = table.to[row];
    long end = table.begin[row] + table.rest[row];
    long lowest = end;
    boolean more = outs.seekId(account, table.id[row] + 1);
    while (more && outs.id() < toId && lowest > table.begin[row]) {
      long after = outs.bal() + lift().at(account, outs.id()) - outs.amount();
      lowest = Math.min(lowest, after);
      more = outs.next();
    }
    return end - Math.max(lowest, table.begin[row]);
  }
}
