package org.tocsin.bench.tracing.engine;

import java.util.Arrays;

/** Fen by account while an engine's client adds up pieces: a small open-addressing table. */
public final class Holdings {
  private int[] keys = new int[64];
  private long[] fen = new long[64];
  private int size;

  public Holdings() {
    Arrays.fill(keys, -1);
  }

  /** Adds to an account; below zero takes away. */
  public void add(int account, long amountFen) {
    // First the place: finding it may replace the array.
    int slot = slot(account);
    fen[slot] += amountFen;
  }

  /** What an account holds; 0 if it was never named. */
  public long of(int account) {
    int slot = slot(account);
    return fen[slot];
  }

  /** All that were named, as an answer. */
  public Answer answer(long dustFen, long touched) {
    int[] accounts = new int[size];
    long[] held = new long[size];
    int at = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        accounts[at] = keys[i];
        held[at++] = fen[i];
      }
    }
    return new Answer(accounts, held, dustFen, touched);
  }

  private int slot(int account) {
    int mask = keys.length - 1;
    int at = (account * 0x9E3779B9) >>> 7 & mask;
    while (keys[at] != account) {
      if (keys[at] < 0) {
        if (size * 2 > keys.length) {
          grow();
          return slot(account);
        }
        keys[at] = account;
        size++;
        return at;
      }
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    long[] oldFen = fen;
    keys = new int[oldKeys.length * 2];
    fen = new long[keys.length];
    Arrays.fill(keys, -1);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int slot = slot(oldKeys[i]);
        fen[slot] = oldFen[i];
      }
    }
  }
}
