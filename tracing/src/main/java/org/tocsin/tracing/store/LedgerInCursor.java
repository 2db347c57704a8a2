package org.tocsin.tracing.store;

import org.tocsin.tracing.InCursor;

/** Walks the payments into an account over the parts of a snapshot. */
final class LedgerInCursor implements InCursor {
  private final LedgerSnapshot snapshot;
  private final int parts;
  private final long toId;
  private final Row row = new Row();
  private int account;
  private int part;
  private int rank;

  LedgerInCursor(LedgerSnapshot snapshot, int parts, long toId) {
    this.snapshot = snapshot;
    this.parts = parts;
    this.toId = toId;
  }

  /** Is the payment at hand at or after what is sought? */
  private interface Beyond {
    boolean test(Row row);
  }

  /** Goes to the first payment of the account that is beyond; to the end where none is. */
  private boolean seek(int wanted, Beyond beyond) {
    account = wanted;
    for (part = 0; part < parts; part++) {
      Part.Ins ins = snapshot.ins(part);
      int low = 0;
      int high = ins.count(account);
      while (low < high) {
        int middle = (low + high) >>> 1;
        ins.read(account, middle, row);
        if (beyond.test(row)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (low < ins.count(account)) {
        rank = low;
        return load();
      }
    }
    rank = 0;
    return false;
  }

  private boolean load() {
    snapshot.ins(part).read(account, rank, row);
    return row.id < toId;
  }

  @Override
  public boolean seekId(int wanted, long firstId) {
    return seek(wanted, at -> at.id >= firstId);
  }

  @Override
  public boolean seekBefore(int wanted, long beforeId) {
    seek(wanted, at -> at.id >= Math.min(beforeId, toId));
    return previous();
  }

  @Override
  public boolean seekPos(int wanted, long inPos) {
    seek(wanted, at -> at.inPos > inPos);
    return previous();
  }

  @Override
  public boolean next() {
    rank++;
    while (part < parts && rank >= snapshot.ins(part).count(account)) {
      part++;
      rank = 0;
    }
    return part < parts && load();
  }

  @Override
  public boolean previous() {
    rank--;
    while (rank < 0 && part > 0) {
      part--;
      rank = snapshot.ins(part).count(account) - 1;
    }
    return rank >= 0 && load();
  }

  @Override
  public long id() {
    return row.id;
  }

  @Override
  public int from() {
    return snapshot.ins(part).from(account, rank);
  }

  @Override
  public long amount() {
    return row.amount;
  }

  @Override
  public long outPos() {
    return row.outPos;
  }

  @Override
  public long inPos() {
    return row.inPos;
  }

  @Override
  public long bal() {
    return row.bal;
  }

  @Override
  public long atMillis() {
    return snapshot.millis(row.id);
  }
}
