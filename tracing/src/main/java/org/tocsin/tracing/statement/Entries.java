package org.tocsin.tracing.statement;

import java.util.Arrays;

/** Rows of statements in columns: what each says about one payment, and where it stands. */
final class Entries {
  static final byte TRANSFER = 0;
  static final byte PAYER = 1;
  static final byte PAYEE = 2;

  /** No balance was given. */
  static final long NONE = Long.MIN_VALUE;

  final Keys accounts = new Keys();
  final Keys texts = new Keys();

  /** Text 0: no serial, no order number. */
  final int none = texts.number("");

  int[] payer = new int[1024];
  int[] payee = new int[1024];
  long[] fen = new long[1024];
  long[] millis = new long[1024];
  long[] balance = new long[1024];
  int[] serial = new int[1024];
  int[] order = new int[1024];
  int[] source = new int[1024];
  int[] line = new int[1024];
  byte[] view = new byte[1024];
  boolean[] dateOnly = new boolean[1024];
  private int size;

  int size() {
    return size;
  }

  /** A new entry to be filled in. */
  int add() {
    if (size == fen.length) {
      grow();
    }
    return size++;
  }

  private void grow() {
    int length = (int) Math.min(Integer.MAX_VALUE - 8L, fen.length * 2L);
    payer = Arrays.copyOf(payer, length);
    payee = Arrays.copyOf(payee, length);
    fen = Arrays.copyOf(fen, length);
    millis = Arrays.copyOf(millis, length);
    balance = Arrays.copyOf(balance, length);
    serial = Arrays.copyOf(serial, length);
    order = Arrays.copyOf(order, length);
    source = Arrays.copyOf(source, length);
    line = Arrays.copyOf(line, length);
    view = Arrays.copyOf(view, length);
    dateOnly = Arrays.copyOf(dateOnly, length);
  }

  /** The account whose book the row stands in; the payer's for a list of transfers. */
  int own(int entry) {
    return view[entry] == PAYEE ? payee[entry] : payer[entry];
  }

  /**
   * Serials in the order of the ledger: missing first, then shorter first, then by characters,
   * which is by number for digits.
   */
  int compareSerials(int a, int b) {
    if (serial[a] == serial[b]) {
      return 0;
    }
    return texts.compare(serial[a], serial[b]);
  }
}
