package org.tocsin.tracing.rule;

import java.util.Arrays;

/**
 * What payments carried, one row for each way of coming to rest, in plain columns. A row belongs to
 * one report, or to all with a share for each.
 */
final class FlowTable {
  private static final int FIRST = 32;

  /** How many reports share a row; 1 where each row belongs to one. */
  final int shares;

  int count;
  long[] id = new long[FIRST];
  long[] amount = new long[FIRST];
  long[] bal = new long[FIRST];

  /** Traced money carried. */
  long[] fen = new long[FIRST];

  /** Of it what is still where the payment brought it. */
  long[] rest = new long[FIRST];

  /** Pieces: place in the payment of the first traced fen. Mixing: traced on the sender before. */
  long[] first = new long[FIRST];

  /** Pieces: place on the receiver of the first fen still there. */
  long[] begin = new long[FIRST];

  int[] from = new int[FIRST];
  int[] to = new int[FIRST];
  int[] tier = new int[FIRST];

  /** Pieces: report of the row. */
  int[] report = new int[FIRST];

  /** Pieces: row that the money came from; -1 for a reported payment. */
  int[] parent = new int[FIRST];

  byte[] end = new byte[FIRST];
  long[] fenOf;
  long[] restOf;

  FlowTable(int shares) {
    this.shares = shares;
    this.fenOf = new long[shares > 1 ? FIRST * shares : 0];
    this.restOf = new long[shares > 1 ? FIRST * shares : 0];
  }

  /** Adds an empty row. */
  int add() {
    if (count == id.length) {
      grow();
    }
    return count++;
  }

  private void grow() {
    int room = count * 2;
    id = Arrays.copyOf(id, room);
    amount = Arrays.copyOf(amount, room);
    bal = Arrays.copyOf(bal, room);
    fen = Arrays.copyOf(fen, room);
    rest = Arrays.copyOf(rest, room);
    first = Arrays.copyOf(first, room);
    begin = Arrays.copyOf(begin, room);
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    tier = Arrays.copyOf(tier, room);
    report = Arrays.copyOf(report, room);
    parent = Arrays.copyOf(parent, room);
    end = Arrays.copyOf(end, room);
    if (shares > 1) {
      fenOf = Arrays.copyOf(fenOf, room * shares);
      restOf = Arrays.copyOf(restOf, room * shares);
    }
  }

  /** What a row carried of one report. */
  long carried(int row, int label) {
    if (shares > 1) {
      return fenOf[row * shares + label];
    }
    return report[row] == label ? fen[row] : 0;
  }

  /** What of a row is still there of one report. */
  long left(int row, int label) {
    if (shares > 1) {
      return restOf[row * shares + label];
    }
    return report[row] == label ? rest[row] : 0;
  }

  /** What a row carried, by report; for rows of all reports. */
  long[] carried(int row) {
    return shares > 1
        ? Arrays.copyOfRange(fenOf, row * shares, (row + 1) * shares)
        : new long[] {fen[row]};
  }

  /** What of a row is still there, by report; for rows of all reports. */
  long[] left(int row) {
    return shares > 1
        ? Arrays.copyOfRange(restOf, row * shares, (row + 1) * shares)
        : new long[] {rest[row]};
  }

  /** Sets what a row carries; parts by report are empty where there is one report. */
  void fill(int row, long carried, long[] parts) {
    fen[row] = carried;
    rest[row] = carried;
    for (int label = 0; label < parts.length; label++) {
      fenOf[row * shares + label] = parts[label];
      restOf[row * shares + label] = parts[label];
    }
  }
}
