package org.tocsin.tracing.rule;

import org.tocsin.tracing.End;

/** What is gathered of one account and one way of coming to rest while a result is made. */
final class Held {
  final int account;
  final End end;
  final long[] shares;
  int tier = Integer.MAX_VALUE;
  long firstId = Long.MAX_VALUE;
  long lastId = -1;
  long low;
  long high;

  Held(int account, End end, int reports) {
    this.account = account;
    this.end = end;
    this.shares = new long[reports];
  }

  long total() {
    long sum = 0;
    for (long share : shares) {
      sum += share;
    }
    return sum;
  }

  /** Takes in that a payment brought money here. */
  void arrived(long id, int itsTier) {
    tier = Math.min(tier, itsTier);
    firstId = Math.min(firstId, id);
    lastId = Math.max(lastId, id);
  }

  /** The key of an account and an end in one number. */
  static long key(int account, End end) {
    return (long) account * End.values().length + end.ordinal();
  }
}
