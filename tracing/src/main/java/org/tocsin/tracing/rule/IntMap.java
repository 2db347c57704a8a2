package org.tocsin.tracing.rule;

import java.util.Arrays;

/** Numbers of accounts to places in a table, by open addressing. */
final class IntMap {
  private int[] keys = new int[64];
  private int[] values = new int[64];
  private int count;

  IntMap() {
    Arrays.fill(keys, -1);
  }

  private static int hash(int key, int room) {
    int mixed = key * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (room - 1);
  }

  /** The value of a key, -1 where there is none. */
  int get(int key) {
    int at = hash(key, keys.length);
    while (keys[at] >= 0) {
      if (keys[at] == key) {
        return values[at];
      }
      at = (at + 1) & (keys.length - 1);
    }
    return -1;
  }

  /** Adds a key that is not there. */
  void put(int key, int value) {
    if (++count * 2 > keys.length) {
      grow();
    }
    insert(key, value);
  }

  private void insert(int key, int value) {
    int at = hash(key, keys.length);
    while (keys[at] >= 0) {
      at = (at + 1) & (keys.length - 1);
    }
    keys[at] = key;
    values[at] = value;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        insert(oldKeys[i], oldValues[i]);
      }
    }
  }
}
