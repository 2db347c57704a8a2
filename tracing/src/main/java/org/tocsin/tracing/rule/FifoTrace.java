package org.tocsin.tracing.rule;

import org.tocsin.tracing.OutCursor;

/**
 * First in, first out, as a map of intervals: fen x of an account's inflow is fen x of its outflow,
 * so what became of an interval is found by one search and a walk over the payments that took it.
 */
final class FifoTrace extends PieceTrace {
  FifoTrace(Setting setting, Lift lift) {
    super(setting, lift);
  }

  @Override
  long place(int account, long id, long inPos) {
    return inPos + lift().at(account, id);
  }

  @Override
  void follow(int row, OutCursor outs, long fromId, long toId) {
    long begin = table.begin[row];
    long end = begin + table.rest[row];
    boolean more = outs.seekPos(table.to[row], begin);
    while (more && outs.id() < toId) {
      long pos = outs.outPos();
      long taken = Math.min(end, pos + outs.amount()) - begin;
      emit(row, begin - pos, taken);
      begin += taken;
      more = begin < end && outs.next();
    }
    table.begin[row] = begin;
    table.rest[row] = end - begin;
  }

  @Override
  long wouldLeave(int row, OutCursor outs, long toId) {
    long gone = setting().snapshot.outflow(table.to[row], toId) - table.begin[row];
    return Math.max(0, Math.min(gone, table.rest[row]));
  }
}
