package org.tocsin.tracing.statement;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds rows that tell of the same payment. The payer's bank and the payee's bank each tell of it
 * once: one to one, the same accounts and amount, first by the same serial number, then in order of
 * time, at most a tolerance apart (the same day where only the day is known). The same row in two
 * deliveries of one statement counts once; equal rows of one delivery without a serial are separate
 * payments.
 */
final class Reconciler {
  private static final int NOT_YET = -1;
  private static final int DROPPED = -2;

  private final Entries entries;
  private final long tolerance;

  /**
   * For each entry: the other bank's row of the same payment, {@code DROPPED} for a repeated row,
   * or {@code NOT_YET}.
   */
  private final int[] partner;

  private int duplicates;
  private int pairs;

  Reconciler(Entries entries, Duration tolerance) {
    this.entries = entries;
    this.tolerance = tolerance.toMillis();
    partner = new int[entries.size()];
    Arrays.fill(partner, NOT_YET);
  }

  /** Groups all rows by accounts and amount, and settles each group. */
  void run() {
    if (nothingToFind()) {
      return;
    }
    Integer[] order = new Integer[entries.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, comparator());
    for (int start = 0; start < order.length; ) {
      int end = start + 1;
      while (end < order.length && sameMoney(order[start], order[end])) {
        end++;
      }
      if (end > start + 1) {
        settle(order, start, end);
      }
      start = end;
    }
  }

  /**
   * One list that names both sides and gives no number twice: every row is a payment of its own.
   */
  private boolean nothingToFind() {
    var seen = new BitSet(entries.texts.size());
    for (int i = 0; i < partner.length; i++) {
      int serial = entries.serial[i];
      boolean again = serial != entries.none && seen.get(serial);
      if (again || entries.view[i] != Entries.TRANSFER || entries.source[i] != entries.source[0]) {
        return false;
      }
      seen.set(serial);
    }
    return true;
  }

  private Comparator<Integer> comparator() {
    return (a, b) -> {
      int by = Integer.compare(entries.payer[a], entries.payer[b]);
      by = by != 0 ? by : Integer.compare(entries.payee[a], entries.payee[b]);
      by = by != 0 ? by : Long.compare(entries.fen[a], entries.fen[b]);
      by = by != 0 ? by : Byte.compare(entries.view[a], entries.view[b]);
      by = by != 0 ? by : Long.compare(entries.millis[a], entries.millis[b]);
      by = by != 0 ? by : Integer.compare(entries.serial[a], entries.serial[b]);
      by = by != 0 ? by : Long.compare(entries.balance[a], entries.balance[b]);
      by = by != 0 ? by : Integer.compare(entries.source[a], entries.source[b]);
      return by != 0 ? by : Integer.compare(a, b);
    };
  }

  private boolean sameMoney(int a, int b) {
    return entries.payer[a] == entries.payer[b]
        && entries.payee[a] == entries.payee[b]
        && entries.fen[a] == entries.fen[b];
  }

  private void settle(Integer[] order, int start, int end) {
    for (int from = start; from < end; ) {
      int to = from + 1;
      while (to < end && sameRow(order[from], order[to])) {
        to++;
      }
      if (to > from + 1) {
        dropRepeats(order, from, to);
      }
      from = to;
    }
    int payees = start;
    while (payees < end && entries.view[order[payees]] != Entries.PAYEE) {
      payees++;
    }
    if (payees > start && payees < end) {
      pairBySerial(order, start, payees, end);
      pairByTime(order, start, payees, end);
    }
  }

  private boolean sameRow(int a, int b) {
    return entries.view[a] == entries.view[b]
        && entries.millis[a] == entries.millis[b]
        && entries.serial[a] == entries.serial[b]
        && entries.balance[a] == entries.balance[b];
  }

  /**
   * Of rows alike, as many stay as the delivery that has most of them; with a serial or a balance
   * after it, one.
   */
  private void dropRepeats(Integer[] order, int from, int to) {
    int first = order[from];
    boolean unique =
        entries.serial[first] != entries.none || entries.balance[first] != Entries.NONE;
    var bySource = new HashMap<Integer, Integer>();
    for (int i = from; i < to; i++) {
      bySource.merge(entries.source[order[i]], 1, Integer::sum);
    }
    int most = bySource.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int keep = unique ? 1 : most;
    int keeper =
        bySource.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElse(0);
    for (int i = from; i < to; i++) {
      if (keep > 0 && entries.source[order[i]] == keeper) {
        keep--;
      } else {
        partner[order[i]] = DROPPED;
        duplicates++;
      }
    }
  }

  private void pairBySerial(Integer[] order, int start, int payees, int end) {
    var waiting = new HashMap<Integer, Integer>();
    for (int i = start; i < payees; i++) {
      int entry = order[i];
      if (free(entry)
          && entries.view[entry] == Entries.PAYER
          && entries.serial[entry] != entries.none) {
        waiting.putIfAbsent(entries.serial[entry], entry);
      }
    }
    for (int i = payees; i < end; i++) {
      int entry = order[i];
      Integer other = free(entry) ? waiting.get(entries.serial[entry]) : null;
      if (other != null && near(other, entry)) {
        waiting.remove(entries.serial[entry]);
        join(other, entry);
      }
    }
  }

  /**
   * Both sides in order of time: the earliest that is near enough is taken, which pairs as many as
   * can be paired.
   */
  private void pairByTime(Integer[] order, int start, int payees, int end) {
    int next = payees;
    for (int i = start; i < payees; i++) {
      int entry = order[i];
      if (!free(entry) || entries.view[entry] != Entries.PAYER) {
        continue;
      }
      while (next < end
          && (!free(order[next])
              || entries.millis[order[next]] < entries.millis[entry]
                  && !near(entry, order[next]))) {
        next++;
      }
      if (next < end && near(entry, order[next])) {
        join(entry, order[next++]);
      }
    }
  }

  private boolean free(int entry) {
    return partner[entry] == NOT_YET;
  }

  private boolean near(int a, int b) {
    long apart = Math.abs(entries.millis[a] - entries.millis[b]);
    return apart <= (entries.dateOnly[a] || entries.dateOnly[b] ? 86_399_999L : tolerance);
  }

  private void join(int payer, int payee) {
    partner[payer] = payee;
    partner[payee] = payer;
    pairs++;
  }

  /**
   * Does this entry stand for a payment of the ledger? The payer's view does where both are there.
   */
  boolean leads(int entry) {
    return partner[entry] == NOT_YET || partner[entry] >= 0 && entries.view[entry] != Entries.PAYEE;
  }

  boolean dropped(int entry) {
    return partner[entry] == DROPPED;
  }

  /** The other bank's row, or -1. */
  int other(int entry) {
    return Math.max(-1, partner[entry]);
  }

  int duplicates() {
    return duplicates;
  }

  int pairs() {
    return pairs;
  }
}
