package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A column of numbers of the same width, packed to the bit; at most 56 bits each. */
final class Bits {
  private final ByteBuffer bytes;
  private final int width;
  private final long mask;

  Bits(ByteBuffer bytes, int width) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.width = width;
    this.mask = (1L << width) - 1;
  }

  long get(long i) {
    long bit = i * width;
    return (bytes.getLong((int) (bit >>> 3)) >>> (bit & 7)) & mask;
  }

  /** Writes where all was zero. */
  void put(long i, long value) {
    long bit = i * width;
    int at = (int) (bit >>> 3);
    bytes.putLong(at, bytes.getLong(at) | (value << (bit & 7)));
  }

  ByteBuffer bytes() {
    return bytes;
  }

  static int length(long count, int width) {
    return Math.toIntExact((count * width + 7) / 8 + Table.SPARE);
  }
}
