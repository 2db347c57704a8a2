package org.tocsin.tracing.statement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts numbered from 0 in order of first sight, looked up by their bytes without making a string.
 * For accounts and serial numbers.
 */
final class Keys {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] pool = new byte[1 << 16];
  private int[] offsets = new int[1 << 10];
  private int[] slots = new int[1 << 11];
  private int count;

  Keys() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return count;
  }

  String text(int number) {
    return new String(
        pool, offsets[number], offsets[number + 1] - offsets[number], StandardCharsets.UTF_8);
  }

  /** The number of a text that is there, or -1. */
  int find(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return slots[slot(bytes, 0, bytes.length)];
  }

  int number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return number(bytes, 0, bytes.length);
  }

  /** The number of these bytes, which are UTF-8. */
  int number(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    slots[slot] = count;
    return insert(bytes, from, to);
  }

  /** The slot of these bytes, or the free one where they belong. */
  private int slot(byte[] bytes, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash(bytes, from, to) & mask;
    while (slots[slot] >= 0) {
      int number = slots[slot];
      if (Arrays.equals(pool, offsets[number], offsets[number + 1], bytes, from, to)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int insert(byte[] bytes, int from, int to) {
    int start = offsets[count];
    int end = Math.addExact(start, to - from);
    if (end > pool.length) {
      pool =
          Arrays.copyOf(
              pool, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, pool.length * 2L)));
    }
    System.arraycopy(bytes, from, pool, start, to - from);
    if (count + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[++count] = end;
    if (count * 2 > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int number = 0; number < count; number++) {
      int slot = hash(pool, offsets[number], offsets[number + 1]) & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long h = to - from;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = mixed(h ^ (long) LONGS.get(bytes, i));
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = rest << 8 | bytes[i] & 0xFF;
    }
    return (int) mixed(h ^ rest);
  }

  private static long mixed(long value) {
    long h = value * 0x9E3779B97F4A7C15L;
    return h ^ h >>> 32;
  }

  /** Shorter first, then by characters: texts of ASCII without making strings of them. */
  int compare(int a, int b) {
    int lengthA = offsets[a + 1] - offsets[a];
    int lengthB = offsets[b + 1] - offsets[b];
    if (ascii(a) && ascii(b)) {
      return lengthA != lengthB
          ? Integer.compare(lengthA, lengthB)
          : Arrays.compare(pool, offsets[a], offsets[a + 1], pool, offsets[b], offsets[b + 1]);
    }
    String one = text(a);
    String other = text(b);
    return one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : one.compareTo(other);
  }

  private boolean ascii(int number) {
    for (int i = offsets[number]; i < offsets[number + 1]; i++) {
      if (pool[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
