package org.tocsin.bench.tracing.ledger;

import java.util.Arrays;

/** Payments laid down before the background: salaries and mule networks. Grows as needed. */
final class Planned {
  /** The network number of a payment that is no victim's. */
  static final int NONE = -1;

  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int[] amountFen = new int[1024];
  private int[] second = new int[1024];
  private int[] victimOf = new int[1024];
  private int size;

  void add(int payer, int payee, int fen, int at, int network) {
    if (size == from.length) {
      int more = size * 2;
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      amountFen = Arrays.copyOf(amountFen, more);
      second = Arrays.copyOf(second, more);
      victimOf = Arrays.copyOf(victimOf, more);
    }
    from[size] = payer;
    to[size] = payee;
    amountFen[size] = fen;
    second[size] = at;
    victimOf[size] = network;
    size++;
  }

  int size() {
    return size;
  }

  /** The order in which they happen; those of one second in the order they were laid down. */
  int[] order() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) second[i] << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  int amountFen(int i) {
    return amountFen[i];
  }

  int second(int i) {
    return second[i];
  }

  /** The network whose victim pays here, or {@link #NONE}. */
  int victimOf(int i) {
    return victimOf[i];
  }
}
