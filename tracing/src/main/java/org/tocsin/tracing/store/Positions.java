package org.tocsin.tracing.store;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What each account has paid out and taken in so far, in fen; opening balances and unknown money
 * are inflow. Derives the columns of each payment. One writer.
 */
final class Positions {
  private long[] sums;
  private int[] lastIn;
  private final Book book;
  private int opened;

  /** None so far; openings come from the book when an account is first seen. */
  Positions(Book book) {
    this.book = book;
    this.sums = new long[32];
    this.lastIn = new int[16];
    Arrays.fill(lastIn, -1);
  }

  private Positions(Positions other) {
    this.book = other.book;
    this.sums = other.sums.clone();
    this.lastIn = new int[other.lastIn.length];
    this.opened = other.opened;
    Arrays.fill(lastIn, -1);
  }

  /** The sums at the end of a segment. */
  static Positions after(Segment segment, Book book) {
    Positions positions = new Positions(book);
    positions.ensure(Math.max(segment.accounts(), book.count()));
    for (int account = 0; account < segment.accounts(); account++) {
      long out = segment.endOut(account);
      long in = out + segment.endBalance(account);
      // An account without payments has what the book says now.
      if (in > 0) {
        positions.set(account, out, in);
      }
    }
    return positions;
  }

  /** The same sums for a tail that begins now. */
  Positions next() {
    return new Positions(this);
  }

  int accounts() {
    return opened;
  }

  /** Makes room for accounts and gives new ones their opening balance. */
  void ensure(int wanted) {
    if (wanted <= opened) {
      return;
    }
    if (wanted > lastIn.length) {
      int room = Math.max(wanted, lastIn.length + lastIn.length / 4);
      int had = lastIn.length;
      int[] grown = Arrays.copyOf(lastIn, room);
      Arrays.fill(grown, had, room, -1);
      sums = Arrays.copyOf(sums, room * 2);
      lastIn = grown;
    }
    for (int account = opened; account < wanted; account++) {
      sums[2 * account + 1] = Math.max(0, book.opening(account));
    }
    opened = wanted;
  }

  /** Sets an account's sums, when a ledger is opened from its last segment. */
  void set(int account, long out, long in) {
    sums[2 * account] = out;
    sums[2 * account + 1] = in;
  }

  /** Says that a payment into an account is about to be taken. */
  void touch(int account, int id) {
    lastIn[account] = id;
    VarHandle.storeStoreFence();
  }

  /** Takes a payment out of an account and writes outPos and bal into its row. */
  void debit(int account, long amount, long[] row, int at) {
    int out = 2 * account;
    long paid = sums[out];
    long balance = sums[out + 1] - paid;
    if (balance < amount) {
      // The shortage is unknown money that comes in at this instant.
      sums[out + 1] = Math.addExact(paid, amount);
      balance = amount;
    }
    row[at] = paid;
    row[at + 2] = balance;
    sums[out] = paid + amount;
  }

  /** Takes a payment into an account and returns its inPos. */
  long credit(int account, long amount) {
    long before = sums[2 * account + 1];
    sums[2 * account + 1] = Math.addExact(before, amount);
    return before;
  }

  long out(int account) {
    return account < opened ? sums[2 * account] : 0;
  }

  long in(int account) {
    return account < opened ? sums[2 * account + 1] : Math.max(0, book.opening(account));
  }

  /** Balance now and whether it is that of a reader who sees payments below a size. */
  long balanceIfUntouched(int account, int below) {
    if (account >= opened) {
      return Math.max(0, book.opening(account));
    }
    long balance = sums[2 * account + 1] - sums[2 * account];
    VarHandle.loadLoadFence();
    return lastIn[account] < below ? balance : -1;
  }
}
