package org.tocsin.tracing.store;

import org.tocsin.tracing.OutCursor;

/** Walks an account's payments over the parts of a snapshot. */
final class LedgerCursor implements OutCursor {
  private final LedgerSnapshot snapshot;
  private final Part[] parts;
  private final long toId;
  private final Row row = new Row();
  private int account;
  private int part;
  private int rank;
  private int count;

  LedgerCursor(LedgerSnapshot snapshot, Part[] parts, long toId) {
    this.snapshot = snapshot;
    this.parts = parts;
    this.toId = toId;
  }

  @Override
  public boolean seekId(int wanted, long firstId) {
    account = wanted;
    for (part = 0; part < parts.length; part++) {
      Part current = parts[part];
      if (firstId >= toId || (part + 1 < parts.length && parts[part + 1].firstId() <= firstId)) {
        continue;
      }
      count = current.count(account, toId);
      rank = count == 0 ? 0 : current.rankOfId(account, count, firstId);
      if (rank < count) {
        current.read(account, rank, row);
        return true;
      }
    }
    return exhausted();
  }

  @Override
  public boolean seekPos(int wanted, long pos) {
    account = wanted;
    for (part = 0; part < parts.length; part++) {
      Part current = parts[part];
      count = current.count(account, toId);
      rank = current.rankOfPos(account, count, pos);
      if (rank >= 0) {
        current.read(account, rank, row);
        if (row.outPos + row.amount > pos) {
          return true;
        }
      }
    }
    return exhausted();
  }

  @Override
  public boolean next() {
    if (++rank < count) {
      parts[part].read(account, rank, row);
      return true;
    }
    while (++part < parts.length) {
      count = parts[part].count(account, toId);
      if (count > 0) {
        rank = 0;
        parts[part].read(account, 0, row);
        return true;
      }
    }
    return exhausted();
  }

  private boolean exhausted() {
    part = parts.length;
    rank = 0;
    count = 0;
    return false;
  }

  @Override
  public long id() {
    return row.id;
  }

  @Override
  public int to() {
    return row.to;
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
