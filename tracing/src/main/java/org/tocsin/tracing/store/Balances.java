package org.tocsin.tracing.store;

import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.Snapshot;

/** Balances of accounts at any point of the order, from the derived columns around it. */
public final class Balances {
  private final Snapshot snapshot;
  private final OutCursor outs;
  private final InCursor ins;

  /** For one snapshot; not thread-safe. */
  public Balances(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.outs = snapshot.outs();
    this.ins = snapshot.ins();
  }

  /** Balance of an account before a payment of this id, by the causal convention, in fen. */
  public long at(int account, long beforeId) {
    long paid = snapshot.outflow(account, beforeId);
    boolean in = ins.seekBefore(account, beforeId);
    // Between a payment in and the next one out nothing else changes a balance.
    if (in && !(outs.seekId(account, ins.id() + 1) && outs.id() < beforeId)) {
      return ins.inPos() + ins.amount() - paid;
    }
    return paid == 0 ? opening(account) : afterLastOut(account, beforeId);
  }

  private long opening(int account) {
    return Math.max(0, snapshot.account(account).openingFen());
  }

  private long afterLastOut(int account, long beforeId) {
    long paid = snapshot.outflow(account, beforeId);
    if (!outs.seekPos(account, paid - 1)) {
      throw new IllegalStateException("an account's outflow has no payment");
    }
    return outs.bal() - outs.amount();
  }
}
