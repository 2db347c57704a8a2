package org.tocsin.tracing.rule;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.OutCursor;

/**
 * Reachability in layers of payments. Each account keeps the id from which its payments have been
 * seen, so that each payment is seen once, in the first layer that reaches it.
 */
final class ReachTrace {
  private static final int FIRST = 64;

  private final Setting setting;
  private final OutCursor cursor;
  private final IntMap places = new IntMap();
  private final Set<Long> passedOn = new HashSet<>();

  /** Accounts: number, first id, last id, tier, money in; from which id payments have been seen. */
  int count;

  int[] account = new int[FIRST];
  long[] first = new long[FIRST];
  long[] last = new long[FIRST];
  int[] tier = new int[FIRST];
  long[] inflow = new long[FIRST];
  private long[] seenFrom = new long[FIRST];
  private boolean[] queued = new boolean[FIRST];

  /** Payments: id, sender, receiver, amount, tier. */
  int payments;

  long[] id = new long[FIRST];
  int[] from = new int[FIRST];
  int[] to = new int[FIRST];
  long[] amount = new long[FIRST];
  int[] paymentTier = new int[FIRST];

  private final LongList next = new LongList();
  private final LongList nextPassed = new LongList();

  ReachTrace(Setting setting) {
    this.setting = setting;
    this.cursor = setting.snapshot.outs();
  }

  void run() {
    for (Setting.Seed seed : setting.seeds()) {
      pay(seed.id(), seed.from(), seed.to(), seed.amount(), 1);
      inflow[places.get(seed.to())] += seed.reported();
    }
    for (int layer = 1;
        layer < setting.hops && !(next.isEmpty() && nextPassed.isEmpty());
        layer++) {
      long[] accounts = next.take();
      long[] hubs = nextPassed.take();
      // What this layer begins with is fixed before it changes what the next one begins with.
      long[] begins = new long[accounts.length];
      for (int i = 0; i < accounts.length; i++) {
        begins[i] = first[(int) accounts[i]] + 1;
        queued[(int) accounts[i]] = false;
      }
      for (int i = 0; i < accounts.length; i++) {
        scan((int) accounts[i], begins[i], layer + 1);
      }
      for (int i = 0; i < hubs.length; i += 2) {
        payOn((int) hubs[i], hubs[i + 1], layer + 1);
      }
    }
  }

  private void scan(int place, long begin, int paidTier) {
    long end = seenFrom[place];
    if (begin >= end) {
      return;
    }
    seenFrom[place] = begin;
    int sender = account[place];
    boolean more = cursor.seekId(sender, begin);
    while (more && cursor.id() < end) {
      payFurther(sender, paidTier);
      more = cursor.next();
    }
  }

  /** Takes the payment at the cursor, unless it is below the threshold. */
  private void payFurther(int sender, int paidTier) {
    if (cursor.amount() < setting.dust) {
      return;
    }
    pay(cursor.id(), sender, cursor.to(), cursor.amount(), paidTier);
    int receiver = places.get(cursor.to());
    inflow[receiver] += cursor.amount() - setting.reportedOf(cursor.id());
  }

  private void payOn(int hub, long wanted, int paidTier) {
    if (passedOn.add(wanted) && cursor.seekId(hub, wanted)) {
      payFurther(hub, paidTier);
    }
  }

  private void pay(long paid, int sender, int receiver, long fen, int paidTier) {
    if (payments == id.length) {
      growPayments();
    }
    id[payments] = paid;
    from[payments] = sender;
    to[payments] = receiver;
    amount[payments] = fen;
    paymentTier[payments++] = paidTier;
    boolean known = places.get(receiver) >= 0;
    int place = known ? places.get(receiver) : add(receiver, paid, paidTier);
    boolean earlier = !known || paid < first[place];
    first[place] = Math.min(first[place], paid);
    last[place] = Math.max(last[place], paid);
    goOn(place, receiver, paid, earlier);
  }

  private void goOn(int place, int receiver, long paid, boolean earlier) {
    byte end = setting.isVictim(receiver) ? Ends.RETURNED : setting.endAt(receiver);
    if (end == Ends.ON && earlier && !queued[place]) {
      queued[place] = true;
      next.add(place);
    }
    if (end == Ends.HUB && setting.policy(receiver) == HubPolicy.PASS_THROUGH) {
      String order = setting.snapshot.order(paid);
      if (!order.isEmpty()) {
        for (long out : setting.snapshot.ordered(receiver, order)) {
          if (out > paid && out < setting.toId) {
            nextPassed.add(receiver);
            nextPassed.add(out);
          }
        }
      }
    }
  }

  private int add(int receiver, long paid, int paidTier) {
    if (count == account.length) {
      growAccounts();
    }
    places.put(receiver, count);
    account[count] = receiver;
    first[count] = paid;
    last[count] = paid;
    tier[count] = paidTier;
    seenFrom[count] = setting.toId;
    return count++;
  }

  private void growAccounts() {
    int room = count * 2;
    account = Arrays.copyOf(account, room);
    first = Arrays.copyOf(first, room);
    last = Arrays.copyOf(last, room);
    tier = Arrays.copyOf(tier, room);
    inflow = Arrays.copyOf(inflow, room);
    seenFrom = Arrays.copyOf(seenFrom, room);
    queued = Arrays.copyOf(queued, room);
  }

  private void growPayments() {
    int room = payments * 2;
    id = Arrays.copyOf(id, room);
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    amount = Arrays.copyOf(amount, room);
    paymentTier = Arrays.copyOf(paymentTier, room);
  }

  /** Place of an account, -1 where it was not reached. */
  int find(int wanted) {
    return places.get(wanted);
  }

  Setting setting() {
    return setting;
  }
}
