package org.tocsin.tracing.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tocsin.tracing.OutCursor;

/**
 * Hubs whose operator ties a payment in to payments out by an order number, for the mixing rules.
 * Money that comes in books room in later payments with its number, first come, first served.
 */
final class PassThrough {
  /** What goes out of a hub with one payment: money by report. */
  record Booked(int hub, long[] shares, int tier) {}

  private final FlowTable table;
  private final EventHeap events;
  private final List<Integer> waiting = new ArrayList<>();
  private final Map<Long, Booked> booked = new HashMap<>();
  private final Map<Long, Long> used = new HashMap<>();

  PassThrough(FlowTable table, EventHeap events) {
    this.table = table;
    this.events = events;
  }

  /** Takes in a row that came to rest at a hub. */
  void take(int row, Setting setting) {
    waiting.add(row);
    plan(row, setting);
  }

  /** Looks for payments that are new. */
  void resume(Setting setting) {
    for (int row : waiting) {
      plan(row, setting);
    }
  }

  Booked booked(long id) {
    return Objects.requireNonNull(booked.get(id));
  }

  private void plan(int row, Setting setting) {
    String order = setting.snapshot.order(table.id[row]);
    if (table.tier[row] >= setting.hops || order.isEmpty()) {
      return;
    }
    int hub = table.to[row];
    OutCursor cursor = setting.snapshot.outs();
    for (long id : setting.snapshot.ordered(hub, order)) {
      if (id <= table.id[row] || id >= setting.toId || table.rest[row] == 0) {
        continue;
      }
      cursor.seekId(hub, id);
      long before = used.getOrDefault(id, 0L);
      long fen = Math.min(table.rest[row], cursor.amount() - before);
      if (fen > 0) {
        used.put(id, before + fen);
        book(id, hub, takeFrom(row, fen), table.tier[row]);
      }
    }
  }

  private long[] takeFrom(int row, long fen) {
    long[] taken = Shares.divide(fen, table.left(row));
    table.rest[row] -= fen;
    for (int label = 0; table.shares > 1 && label < taken.length; label++) {
      table.restOf[row * table.shares + label] -= taken[label];
    }
    return taken;
  }

  private void book(long id, int hub, long[] taken, int tier) {
    Booked known = booked.get(id);
    if (known == null) {
      booked.put(id, new Booked(hub, taken, tier));
      events.add(id * 4 + 1, hub);
      return;
    }
    for (int label = 0; label < taken.length; label++) {
      known.shares()[label] += taken[label];
    }
    booked.put(id, new Booked(hub, known.shares(), Math.min(tier, known.tier())));
  }
}
