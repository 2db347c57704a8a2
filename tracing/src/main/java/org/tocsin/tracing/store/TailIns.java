package org.tocsin.tracing.store;

/** Payments of a tail by receiver, made when someone first asks. */
final class TailIns implements Part.Ins {
  private final Tail tail;
  private final int[] from;
  private final int[] starts;
  private final int[] ids;

  TailIns(Tail tail, int below) {
    this.tail = tail;
    this.from = tail.senders(below);
    Row row = new Row();
    int accounts = 0;
    for (int id = 0; id < below; id++) {
      tail.readLocal(id, row);
      accounts = Math.max(accounts, row.to + 1);
    }
    starts = new int[accounts + 1];
    for (int id = 0; id < below; id++) {
      tail.readLocal(id, row);
      starts[row.to + 1]++;
    }
    for (int account = 0; account < accounts; account++) {
      starts[account + 1] += starts[account];
    }
    ids = fill(below, accounts, row);
  }

  private int[] fill(int below, int accounts, Row row) {
    int[] next = java.util.Arrays.copyOf(starts, Math.max(accounts, 1));
    int[] byReceiver = new int[below];
    for (int id = 0; id < below; id++) {
      tail.readLocal(id, row);
      byReceiver[next[row.to]++] = id;
    }
    return byReceiver;
  }

  @Override
  public int count(int account) {
    return account + 1 < starts.length ? starts[account + 1] - starts[account] : 0;
  }

  @Override
  public int from(int account, int rank) {
    return from[ids[starts[account] + rank]];
  }

  @Override
  public void read(int account, int rank, Row row) {
    tail.readLocal(ids[starts[account] + rank], row);
  }
}
