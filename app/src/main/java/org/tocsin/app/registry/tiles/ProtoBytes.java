package org.tocsin.app.registry.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing message of Protocol Buffers: just what vector tiles need. */
final class ProtoBytes {
  private static final int BYTES_FIELD = 2;

  private byte[] bytes = new byte[128];
  private int size;

  /** A whole number, not negative. */
  void number(int field, long value) {
    varint((long) field << 3);
    varint(value);
  }

  void text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes(field, utf8, utf8.length);
  }

  /** A message within this one, or packed numbers. */
  void part(int field, ProtoBytes part) {
    bytes(field, part.bytes, part.size);
  }

  /** The fields of another message after those of this one. */
  void append(ProtoBytes other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  /** A number of either sign, small where it is near 0. */
  void zigzag(int value) {
    varint(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void bytes(int field, byte[] value, int length) {
    varint((long) field << 3 | BYTES_FIELD);
    varint(length);
    room(length);
    System.arraycopy(value, 0, bytes, size, length);
    size += length;
  }

  private void put(byte one) {
    room(1);
    bytes[size++] = one;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
