package org.tocsin.tracing.rule;

/** Exact: every piece still at the account, and the pieces it came from. */
final class PieceProofs extends Proofs {
  PieceProofs(FlowTable table) {
    super(table);
  }

  @Override
  void mark(int account, byte end, int rows, long[] carried) {
    for (int row = 0; row < rows; row++) {
      if (table.to[row] == account && table.end[row] == end && table.rest[row] > 0) {
        for (int at = row; at >= 0; at = table.parent[at]) {
          carried[at] += table.rest[row];
        }
      }
    }
  }

  @Override
  boolean placed() {
    return true;
  }
}
