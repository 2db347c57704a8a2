package org.tocsin.tracing.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.Snapshot;

/**
 * The shortages of accounts in a window, read from both sides of each account when it is first
 * needed and kept for the trace.
 */
final class Shortages implements Lift {
  private final Snapshot snapshot;
  private final long toId;
  private final OutCursor outs;
  private final InCursor ins;
  private final Map<Integer, Shortage> known = new HashMap<>();

  /** Payments with a shortage, and the sums of shortages up to and with each. */
  private record Shortage(long[] ids, long[] sums, int count) {
    long total() {
      return count == 0 ? 0 : sums[count - 1];
    }

    long upTo(long id) {
      int place = Arrays.binarySearch(ids, 0, count, id);
      int last = place >= 0 ? place : -place - 2;
      return last < 0 ? 0 : sums[last];
    }
  }

  Shortages(Setting setting) {
    this.snapshot = setting.snapshot;
    this.toId = setting.toId;
    this.outs = snapshot.outs();
    this.ins = snapshot.ins();
  }

  @Override
  public long at(int account, long id) {
    Shortage shortage = known.computeIfAbsent(account, this::read);
    return shortage.total() - shortage.upTo(id);
  }

  /** Plays the account's payments in order and notes where its balance would fall below zero. */
  private Shortage read(int account) {
    long[] ids = new long[4];
    long[] sums = new long[4];
    int count = 0;
    long balance = Math.max(0, snapshot.account(account).openingFen());
    long sum = 0;
    boolean in = ins.seekId(account, 0);
    for (boolean out = outs.seekId(account, 0); out && outs.id() < toId; out = outs.next()) {
      // A payment to itself is debited before it is credited.
      while (in && ins.id() < outs.id()) {
        balance += ins.amount();
        in = ins.next();
      }
      balance -= outs.amount();
      if (balance < 0) {
        sum -= balance;
        balance = 0;
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, count * 2);
          sums = Arrays.copyOf(sums, count * 2);
        }
        ids[count] = outs.id();
        sums[count++] = sum;
      }
    }
    return new Shortage(ids, sums, count);
  }
}
