package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The first 4,096 bytes of a segment: what it holds and where. Numbers are little end first.
 *
 * @param firstId id of the first payment
 * @param payments how many
 * @param accounts how many accounts there were
 * @param baseMillis instant that the base of the first block of instants counts from
 * @param millisUnit instants are whole multiples of this many milliseconds after their block's base
 * @param recordWidths bits of: receiver, outPos, inPos, balance, id
 * @param accountWidths bits of: first record, outflow at the end, balance at the end
 * @param timeWidths bits of: a block's base, an instant in its block
 * @param inWidth bits of a place in the backward index; 0 where there is none
 * @param lengths bytes of the sections: records, accounts, blocks, instants, ins, in-places, notes
 * @param sums CRC-32C of the sections
 */
record SegmentHead(
    long firstId,
    int payments,
    int accounts,
    long baseMillis,
    int millisUnit,
    int[] recordWidths,
    int[] accountWidths,
    int[] timeWidths,
    int inWidth,
    int[] lengths,
    int[] sums) {
  static final int BYTES = 4096;
  static final int SECTIONS = 7;
  static final int VERSION = 1;
  private static final long MAGIC = 0x3130_4745_5354_4B53L;

  /** Place of a section in the file; each begins at a page. */
  long offset(int section) {
    long at = BYTES;
    for (int i = 0; i < section; i++) {
      at += (lengths[i] + BYTES - 1L) / BYTES * BYTES;
    }
    return at;
  }

  long fileBytes() {
    return offset(SECTIONS);
  }

  ByteBuffer toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(MAGIC).putInt(VERSION).putLong(firstId).putInt(payments).putInt(accounts);
    out.putLong(baseMillis).putInt(millisUnit);
    for (int[] numbers :
        new int[][] {recordWidths, accountWidths, timeWidths, {inWidth}, lengths, sums}) {
      for (int number : numbers) {
        out.putInt(number);
      }
    }
    int end = out.position();
    return out.putInt(sum(out, end)).clear();
  }

  private static int sum(ByteBuffer bytes, int end) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear().limit(end));
    return (int) crc.getValue();
  }

  static SegmentHead of(ByteBuffer bytes, String name) {
    ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (in.getLong() != MAGIC) {
      throw new DamagedException(name + " is not a segment of a ledger");
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new DamagedException(
          "%s has version %d, known is %d".formatted(name, version, VERSION));
    }
    SegmentHead head =
        new SegmentHead(
            in.getLong(),
            in.getInt(),
            in.getInt(),
            in.getLong(),
            in.getInt(),
            ints(in, 5),
            ints(in, 3),
            ints(in, 2),
            in.getInt(),
            ints(in, SECTIONS),
            ints(in, SECTIONS));
    int end = in.position();
    if (in.getInt() != sum(in, end)) {
      throw new DamagedException(name + ": the head's checksum is wrong");
    }
    return head;
  }

  private static int[] ints(ByteBuffer in, int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.getInt();
    }
    return numbers;
  }
}
