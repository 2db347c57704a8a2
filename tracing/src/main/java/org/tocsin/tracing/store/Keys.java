package org.tocsin.tracing.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts and their numbers, from 0 in order of adding: the bytes of all texts in blocks, a place for
 * each number, and a hash table of numbers. About 25 bytes for a text of 12. One writer, any
 * readers.
 */
final class Keys {
  private static final int BLOCK_BITS = 20;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int HEAD = 2;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

  private byte[][] blocks = {new byte[BLOCK]};
  private int block;
  private int used;
  private int[] places = new int[64];
  private volatile int[] slots = new int[256];
  private volatile int count;

  int count() {
    return count;
  }

  private static int hash(byte[] text) {
    int hash = Arrays.hashCode(text) * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** Number of a text; -1 where it was never added. */
  int find(String text) {
    return find(text.getBytes(StandardCharsets.UTF_8));
  }

  private int find(byte[] text) {
    int[] table = slots;
    int at = hash(text) & (table.length - 1);
    int value = (int) SLOT.getAcquire(table, at);
    while (value != 0) {
      if (isAt(places[value - 1], text)) {
        return value - 1;
      }
      at = (at + 1) & (table.length - 1);
      value = (int) SLOT.getAcquire(table, at);
    }
    return -1;
  }

  private boolean isAt(int place, byte[] text) {
    byte[] bytes = blocks[place >>> BLOCK_BITS];
    int begin = (place & (BLOCK - 1)) + HEAD;
    int length = length(bytes, begin);
    return Arrays.equals(bytes, begin, begin + length, text, 0, text.length);
  }

  private static int length(byte[] bytes, int begin) {
    return (bytes[begin - 2] & 0xFF) << 8 | (bytes[begin - 1] & 0xFF);
  }

  String get(int number) {
    int place = places[number];
    byte[] bytes = blocks[place >>> BLOCK_BITS];
    int begin = (place & (BLOCK - 1)) + HEAD;
    return new String(bytes, begin, length(bytes, begin), StandardCharsets.UTF_8);
  }

  /** Adds a text that is not there. */
  int add(String key) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    if (text.length > 0xFFFF) {
      throw new IllegalArgumentException("a key of %d bytes is too long".formatted(text.length));
    }
    int number = count;
    if (number == places.length) {
      places = Arrays.copyOf(places, number + number / 2);
    }
    places[number] = store(text);
    if (number * 2 >= slots.length) {
      grow();
    }
    insert(slots, text, number);
    count = number + 1;
    return number;
  }

  private int store(byte[] text) {
    if (used + HEAD + text.length > BLOCK) {
      block++;
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, block * 2);
      }
      blocks[block] = new byte[BLOCK];
      used = 0;
    }
    byte[] bytes = blocks[block];
    int place = block << BLOCK_BITS | used;
    bytes[used++] = (byte) (text.length >>> 8);
    bytes[used++] = (byte) text.length;
    System.arraycopy(text, 0, bytes, used, text.length);
    used += text.length;
    return place;
  }

  private static void insert(int[] table, byte[] text, int number) {
    int at = hash(text) & (table.length - 1);
    while (table[at] != 0) {
      at = (at + 1) & (table.length - 1);
    }
    SLOT.setRelease(table, at, number + 1);
  }

  private void grow() {
    int[] larger = new int[slots.length * 2];
    for (int number = 0; number < count; number++) {
      insert(larger, get(number).getBytes(StandardCharsets.UTF_8), number);
    }
    slots = larger;
  }
}
