package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Rows of a fixed number of whole bytes whose fields are packed to the bit, in a mapped file,
 * little end first. A field is read with one load of eight bytes, so it has at most 56 bits, and
 * the buffer has eight bytes to spare at its end.
 */
final class Table {
  static final int SPARE = 8;

  private final ByteBuffer bytes;
  private final int rowBytes;
  private final Field[] fields;

  /** Where a field lies in its row. */
  static final class Field {
    private final ByteBuffer bytes;
    private final int rowBytes;
    private final int offset;
    private final int shift;
    private final long mask;

    private Field(ByteBuffer bytes, int rowBytes, int bit, int width) {
      this.bytes = bytes;
      this.rowBytes = rowBytes;
      this.offset = bit >>> 3;
      this.shift = bit & 7;
      this.mask = (1L << width) - 1;
    }

    long get(int row) {
      return (bytes.getLong(row * rowBytes + offset) >>> shift) & mask;
    }

    /** Writes into a row that was all zero. */
    void put(int row, long value) {
      int at = row * rowBytes + offset;
      bytes.putLong(at, bytes.getLong(at) | (value << shift));
    }
  }

  Table(ByteBuffer bytes, int[] widths) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.rowBytes = rowBytes(widths);
    this.fields = new Field[widths.length];
    int bit = 0;
    for (int i = 0; i < widths.length; i++) {
      fields[i] = new Field(this.bytes, rowBytes, bit, widths[i]);
      bit += widths[i];
    }
  }

  Field field(int i) {
    return fields[i];
  }

  ByteBuffer bytes() {
    return bytes;
  }

  static int rowBytes(int[] widths) {
    int bits = 0;
    for (int width : widths) {
      if (width > 56) {
        throw new IllegalArgumentException(
            "a number is too great for a segment: %d bits".formatted(width));
      }
      bits += width;
    }
    return (bits + 7) >>> 3;
  }

  /** Bytes of a table, the spare ones included; fails where it is too large for one mapping. */
  static int length(long rows, int[] widths) {
    return Math.toIntExact(rows * rowBytes(widths) + SPARE);
  }

  /** Bits needed for numbers from 0 to a greatest one; at least 1. */
  static int width(long greatest) {
    if (greatest < 0) {
      throw new IllegalArgumentException("a position is too great for a segment: " + greatest);
    }
    return Math.max(1, 64 - Long.numberOfLeadingZeros(greatest));
  }
}
