package org.tocsin.tracing.store;

/** The payments of a complete part in order, with their senders; for rebuilding. */
final class InOrder {
  private final Part part;
  private final int[] senders;
  private final int[] ranks;
  private final Row row = new Row();

  InOrder(Part part, int accounts) {
    this.part = part;
    this.senders = new int[part.size()];
    this.ranks = new int[part.size()];
    for (int account = 0; account < accounts; account++) {
      int count = part.count(account, Long.MAX_VALUE);
      for (int rank = 0; rank < count; rank++) {
        int local = (int) (part.id(account, rank) - part.firstId());
        senders[local] = account;
        ranks[local] = rank;
      }
    }
  }

  int size() {
    return senders.length;
  }

  Entry get(int local) {
    part.read(senders[local], ranks[local], row);
    return new Entry(
        senders[local],
        row.to,
        row.amount,
        part.millis(row.id),
        part.notes().serial(local),
        part.notes().order(local));
  }
}
