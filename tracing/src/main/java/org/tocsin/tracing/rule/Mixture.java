package org.tocsin.tracing.rule;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.Snapshot;

/** Traced money on accounts by report, each account with its next payment. */
final class Mixture {
  private final IntMap places = new IntMap();
  private final int shares;
  int count;
  int[] account = new int[16];
  int[] tier = new int[16];
  long[] total = new long[16];

  /** Id of the account's payment at its cursor; -1 where it is not being followed. */
  long[] next = new long[16];

  private long[] cut = new long[16];
  private long cutSum;
  private long[] of;
  private long[] cutOf;
  private @Nullable OutCursor[] cursors = new OutCursor[16];

  Mixture(int shares) {
    this.shares = shares;
    this.of = new long[shares > 1 ? 16 * shares : 0];
    this.cutOf = new long[of.length];
  }

  /** Place of an account; added where it is new. */
  int place(int wanted, int itsTier) {
    int known = places.get(wanted);
    if (known >= 0) {
      tier[known] = Math.min(tier[known], itsTier);
      return known;
    }
    if (count == account.length) {
      grow();
    }
    places.put(wanted, count);
    account[count] = wanted;
    tier[count] = itsTier;
    next[count] = -1;
    return count++;
  }

  private void grow() {
    int room = count * 2;
    account = Arrays.copyOf(account, room);
    tier = Arrays.copyOf(tier, room);
    total = Arrays.copyOf(total, room);
    next = Arrays.copyOf(next, room);
    cursors = Arrays.copyOf(cursors, room);
    cut = Arrays.copyOf(cut, room);
    cutOf = shares > 1 ? Arrays.copyOf(cutOf, room * shares) : cutOf;
    of = shares > 1 ? Arrays.copyOf(of, room * shares) : of;
  }

  /** Place of an account, -1 where it has no traced money. */
  int find(int wanted) {
    return places.get(wanted);
  }

  /** Adds what a row brought, share by share. */
  void add(int place, FlowTable table, int row, int sign) {
    total[place] += sign * table.fen[row];
    for (int label = 0; shares > 1 && label < shares; label++) {
      of[place * shares + label] += sign * table.fenOf[row * shares + label];
    }
  }

  /** What left an account by payments behind the limit on hops; not followed, so held there. */
  void cut(int place, long part) {
    long[] shares = divide(place, part);
    total[place] -= part;
    cut[place] += part;
    cutSum += part;
    for (int label = 0; label < shares.length; label++) {
      of[place * this.shares + label] -= shares[label];
      cutOf[place * this.shares + label] += shares[label];
    }
  }

  /** Traced money held at a place, of one report, what was cut included. */
  long held(int place, int label) {
    int at = place * shares + label;
    return shares > 1 ? of[at] + cutOf[at] : total[place] + cut[place];
  }

  /** All traced money held at a place. */
  long held(int place) {
    return total[place] + cut[place];
  }

  /** What the limit on hops kept from being followed. */
  long cutSum() {
    return cutSum;
  }

  /** Divides a part of what is at a place among the reports; empty where there is only one. */
  long[] divide(int place, long part) {
    if (shares == 1) {
      return new long[0];
    }
    return Shares.divide(part, Arrays.copyOfRange(of, place * shares, (place + 1) * shares));
  }

  /** Goes to the account's first payment from an id on. */
  boolean seek(int place, long fromId, Snapshot snapshot) {
    OutCursor cursor = cursors[place];
    if (cursor == null) {
      cursor = snapshot.outs();
      cursors[place] = cursor;
    }
    next[place] = cursor.seekId(account[place], fromId) ? cursor.id() : -1;
    return next[place] >= 0;
  }

  /** No account is being followed any more; the next snapshot gives new cursors. */
  void forgetCursors() {
    Arrays.fill(cursors, null);
    Arrays.fill(next, -1);
  }

  OutCursor cursor(int place) {
    return Objects.requireNonNull(cursors[place]);
  }
}
