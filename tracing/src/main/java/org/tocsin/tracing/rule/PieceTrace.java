package org.tocsin.tracing.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.OutCursor;

/**
 * Rules that know each fen's place (FIFO and LIFO). A piece is what came to an account by one way
 * of payments; it is a row of the table, and following it adds the rows it went on to. Can be run
 * again on a newer snapshot of the same revision: pieces that are still somewhere go on from there.
 */
abstract class PieceTrace {
  final FlowTable table = new FlowTable(1);
  private final Map<Long, Long> passed = new HashMap<>();
  private Setting setting;
  private OutCursor cursor;
  private Lift lift;
  private long seenTo;
  private long touched;

  PieceTrace(Setting setting, Lift lift) {
    this.setting = setting;
    this.cursor = setting.snapshot.outs();
    this.lift = lift;
  }

  /** Follows the reported money to the end of the window. */
  final void run() {
    seed();
    follow();
  }

  /** Puts the reported money where its payments brought it. */
  final void seed() {
    for (Setting.Seed seed : setting.seeds()) {
      int row = table.add();
      put(row, seed.id(), seed.from(), seed.to(), seed.amount(), seed.bal());
      put(row, -1, 0, seed.reported(), 1, seed.report());
      table.begin[row] = place(seed.to(), seed.id(), seed.inPos());
      table.end[row] = setting.endAt(seed.to(), seed.report());
    }
  }

  /** Follows some rows; for those who go through several traces side by side. */
  final void followRows(int from, int to) {
    for (int row = from; row < to; row++) {
      follow(row);
    }
  }

  /** Goes on where the last run ended, in a newer snapshot. */
  final void resume(Setting newer, Lift newerLift) {
    setting = newer;
    cursor = newer.snapshot.outs();
    lift = newerLift;
    follow();
  }

  private void follow() {
    if (setting.passes) {
      followInOrder();
    } else {
      for (int row = 0; row < table.count; row++) {
        follow(row);
      }
    }
    seenTo = setting.toId;
  }

  /** Payments out of a hub are shared by what came in first, so pieces go in order of arrival. */
  private void followInOrder() {
    PriorityQueue<Integer> queue =
        new PriorityQueue<>(
            (a, b) ->
                table.id[a] != table.id[b]
                    ? Long.compare(table.id[a], table.id[b])
                    : Long.compare(table.first[a], table.first[b]));
    int queued = 0;
    while (queued < table.count || !queue.isEmpty()) {
      while (queued < table.count) {
        queue.add(queued++);
      }
      follow(queue.remove());
    }
  }

  private void follow(int row) {
    if (table.rest[row] == 0 || table.tier[row] >= setting.hops) {
      return;
    }
    if (table.end[row] == Ends.ON) {
      follow(row, cursor, Math.max(table.id[row] + 1, seenTo), setting.toId);
    } else if (table.end[row] == Ends.HUB
        && setting.policy(table.to[row]) == HubPolicy.PASS_THROUGH) {
      pass(row);
    }
  }

  /**
   * Follows a piece that is on an account: emits what leaves and leaves begin and rest as what
   * stays.
   *
   * @param fromId payments before it have been seen
   */
  abstract void follow(int row, OutCursor outs, long fromId, long toId);

  /** Place of a payment's first fen at its receiver, in the rule's own measure. */
  abstract long place(int account, long id, long inPos);

  /** What of a piece would have left an account in the window; for the cut by hops. */
  abstract long wouldLeave(int row, OutCursor outs, long toId);

  /** How much held money the limit on hops kept from being followed. */
  final long cutByHops() {
    OutCursor outs = setting.snapshot.outs();
    long fen = 0;
    for (int row = 0; row < table.count; row++) {
      if (table.end[row] == Ends.ON && table.tier[row] >= setting.hops && table.rest[row] > 0) {
        fen += wouldLeave(row, outs, setting.toId);
      }
    }
    return fen;
  }

  final Lift lift() {
    return lift;
  }

  final Setting setting() {
    return setting;
  }

  final long touched() {
    return touched;
  }

  /** A piece's fen that a payment at the cursor took. */
  final void emit(int parent, long first, long fen) {
    touched++;
    long begin = first;
    long left = fen;
    long reported = setting.reportedOf(cursor.id());
    if (begin < reported) {
      long repeated = Math.min(left, reported - begin);
      // First the row: adding it may replace the table's arrays.
      int overlap = child(parent, begin, repeated);
      table.end[overlap] = Ends.OVERLAP;
      begin += repeated;
      left -= repeated;
    }
    if (left > 0) {
      int row = child(parent, begin, left);
      byte end = setting.endAt(cursor.to(), table.report[row]);
      if (end == Ends.ON && left < setting.dust) {
        end = Ends.DUST;
      }
      table.end[row] = end;
      if (end == Ends.ON) {
        table.begin[row] = place(cursor.to(), cursor.id(), cursor.inPos()) + begin;
      }
    }
  }

  private int child(int parent, long first, long fen) {
    int row = table.add();
    int from = table.to[parent];
    put(row, cursor.id(), from, cursor.to(), cursor.amount(), cursor.bal());
    put(row, parent, first, fen, table.tier[parent] + 1, table.report[parent]);
    return row;
  }

  private void put(int row, long id, int from, int to, long amount, long bal) {
    table.id[row] = id;
    table.from[row] = from;
    table.to[row] = to;
    table.amount[row] = amount;
    table.bal[row] = bal;
  }

  private void put(int row, int parent, long first, long fen, int tier, int report) {
    table.parent[row] = parent;
    table.first[row] = first;
    table.fen[row] = fen;
    table.rest[row] = fen;
    table.tier[row] = tier;
    table.report[row] = report;
  }

  /** Goes on from a hub into payments that bear the order number of the payment in. */
  private void pass(int row) {
    int hub = table.to[row];
    String order = setting.snapshot.order(table.id[row]);
    if (order.isEmpty()) {
      return;
    }
    for (long id : setting.snapshot.ordered(hub, order)) {
      if (id <= table.id[row] || id >= setting.toId || table.rest[row] == 0) {
        continue;
      }
      cursor.seekId(hub, id);
      long used = passed.getOrDefault(id, 0L);
      long fen = Math.min(table.rest[row], cursor.amount() - used);
      if (fen > 0) {
        passed.put(id, used + fen);
        table.rest[row] -= fen;
        emit(row, used, fen);
      }
    }
  }
}
