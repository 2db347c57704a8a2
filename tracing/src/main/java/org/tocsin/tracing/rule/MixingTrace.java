package org.tocsin.tracing.rule;

import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.OutCursor;

/**
 * Rules that know only how much traced money an account has (haircut and lowest balance). Goes
 * through the payments of all accounts with traced money in order. Can be run again on a newer
 * snapshot of the same revision, where it goes on from the first payment it has not seen.
 */
abstract class MixingTrace {
  final FlowTable table;
  final Mixture mixture;
  private final EventHeap events = new EventHeap();
  private final PassThrough hubs;
  private Setting setting;
  private Lift lift;
  private long seenTo;
  private long touched;

  MixingTrace(Setting setting, Lift lift) {
    this.setting = setting;
    this.lift = lift;
    this.table = new FlowTable(setting.reports);
    this.mixture = new Mixture(setting.reports);
    this.hubs = new PassThrough(table, events);
  }

  /**
   * Traced money that a payment carries.
   *
   * @param traced on the sender before it, at most the balance
   * @param balance of the sender before it
   */
  abstract long carried(long traced, long amount, long balance);

  final void run() {
    for (Setting.Seed seed : setting.seeds()) {
      // A payment's own traced money leaves the sender before the reported money arrives.
      events.add(seed.id() * 4 + 3, seed.report());
    }
    play();
  }

  final void resume(Setting newer, Lift newerLift) {
    setting = newer;
    lift = newerLift;
    mixture.forgetCursors();
    for (int place = 0; place < mixture.count; place++) {
      activate(place, seenTo);
    }
    hubs.resume(newer);
    play();
  }

  private void play() {
    while (!events.isEmpty()) {
      long key = events.key();
      int value = events.value();
      switch ((int) (key & 3)) {
        case 0 -> pay(value);
        case 1 -> {
          events.remove();
          payOn(key >> 2);
        }
        default -> {
          events.remove();
          seed(setting.seeds().get(value));
        }
      }
    }
    seenTo = setting.toId;
  }

  private void activate(int place, long fromId) {
    if (mixture.next[place] < 0
        && mixture.total[place] > 0
        && mixture.seek(place, fromId, setting.snapshot)
        && mixture.next[place] < setting.toId) {
      events.add(mixture.next[place] * 4, place);
    } else if (mixture.next[place] >= setting.toId) {
      mixture.next[place] = -1;
    }
  }

  /** An account with traced money pays. */
  private void pay(int place) {
    touched++;
    OutCursor cursor = mixture.cursor(place);
    long id = cursor.id();
    long traced = mixture.total[place];
    long balance = cursor.bal() + lift.at(mixture.account[place], id);
    long carried = carried(traced, cursor.amount(), balance);
    if (carried > 0 && mixture.tier[place] >= setting.hops) {
      mixture.cut(place, carried);
    } else if (carried > 0) {
      long[] shares = mixture.divide(place, carried);
      int row = row(cursor, mixture.account[place], balance, traced, mixture.tier[place] + 1);
      table.fill(row, carried, shares);
      mixture.add(place, table, row, -1);
      arrive(row);
    }
    if (mixture.total[place] > 0 && cursor.next() && cursor.id() < setting.toId) {
      mixture.next[place] = cursor.id();
      events.replace(cursor.id() * 4);
    } else {
      mixture.next[place] = -1;
      events.remove();
    }
  }

  private int row(OutCursor cursor, int from, long balance, long traced, int tier) {
    return row(
        new Setting.Seed(
            -1, cursor.id(), from, cursor.to(), cursor.amount(), cursor.inPos(), balance, 0),
        traced,
        tier);
  }

  private int row(Setting.Seed payment, long traced, int tier) {
    int row = table.add();
    table.id[row] = payment.id();
    table.from[row] = payment.from();
    table.to[row] = payment.to();
    table.amount[row] = payment.amount();
    table.bal[row] = payment.bal();
    table.first[row] = traced;
    table.tier[row] = tier;
    table.parent[row] = -1;
    return row;
  }

  private void seed(Setting.Seed seed) {
    int row = row(seed, -1, 1);
    table.fill(row, seed.reported(), only(seed.report(), seed.reported()));
    byte end = setting.endAt(seed.to(), seed.report());
    if (end == Ends.ON) {
      land(row);
    } else {
      rest(row, end);
    }
  }

  private long[] only(int report, long fen) {
    if (table.shares == 1) {
      return new long[0];
    }
    long[] shares = new long[table.shares];
    shares[report] = fen;
    return shares;
  }

  /** Decides how what a row carries comes to rest; splits off what ends another way. */
  private void arrive(int row) {
    long over = table.fen[row] + setting.reportedOf(table.id[row]) - table.amount[row];
    if (setting.reportedOf(table.id[row]) > 0 && over > 0) {
      splitOff(row, repeated(row, over), Ends.OVERLAP);
    }
    if (table.fen[row] > 0) {
      splitOff(row, returned(row), Ends.RETURNED);
    }
    byte end = setting.endAt(table.to[row]);
    if (table.fen[row] == 0) {
      table.end[row] = Ends.DUST;
    } else if (end != Ends.ON) {
      rest(row, end);
    } else if (table.fen[row] < setting.dust) {
      table.end[row] = Ends.DUST;
    } else {
      land(row);
    }
  }

  private long[] repeated(int row, long fen) {
    return Shares.divide(fen, table.carried(row));
  }

  private long[] returned(int row) {
    long[] weights = table.carried(row);
    for (int label = 0; label < weights.length; label++) {
      weights[label] = setting.victim(label) == table.to[row] ? weights[label] : 0;
    }
    return weights;
  }

  /** Moves shares of a row into a row of their own that ends another way. */
  private void splitOff(int row, long[] shares, byte end) {
    long fen = 0;
    for (long share : shares) {
      fen += share;
    }
    if (fen == 0) {
      return;
    }
    Setting.Seed payment =
        new Setting.Seed(
            -1,
            table.id[row],
            table.from[row],
            table.to[row],
            table.amount[row],
            0,
            table.bal[row],
            0);
    int other = row(payment, table.first[row], table.tier[row]);
    table.fill(other, fen, table.shares > 1 ? shares : new long[0]);
    table.end[other] = end;
    long[] left = table.carried(row);
    for (int label = 0; label < left.length; label++) {
      left[label] -= shares[label];
    }
    table.fill(row, table.fen[row] - fen, table.shares > 1 ? left : new long[0]);
  }

  /** On an account that is followed. */
  private void land(int row) {
    int place = mixture.place(table.to[row], table.tier[row]);
    mixture.add(place, table, row, 1);
    table.end[row] = Ends.ON;
    activate(place, table.id[row] + 1);
  }

  /** At a hub or handed out; from a hub it may go on by its order number. */
  private void rest(int row, byte end) {
    table.end[row] = end;
    if (end == Ends.HUB && setting.policy(table.to[row]) == HubPolicy.PASS_THROUGH) {
      hubs.take(row, setting);
    }
  }

  /** A hub pays out by order number. */
  private void payOn(long id) {
    PassThrough.Booked on = hubs.booked(id);
    OutCursor cursor = setting.snapshot.outs();
    cursor.seekId(on.hub(), id);
    long fen = 0;
    for (long share : on.shares()) {
      fen += share;
    }
    int row = row(cursor, on.hub(), cursor.bal(), fen, on.tier() + 1);
    table.fill(row, fen, table.shares > 1 ? on.shares() : new long[0]);
    arrive(row);
  }

  final Setting setting() {
    return setting;
  }

  final long touched() {
    return touched;
  }
}
