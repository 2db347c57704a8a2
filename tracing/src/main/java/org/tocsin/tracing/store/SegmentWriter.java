package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes consecutive parts as one segment: two passes over the senders (the greatest numbers, then
 * the records), one over the instants, one for the backward index. The file is on disk when it
 * returns.
 */
final class SegmentWriter {
  private final List<? extends Part> parts;
  private final int accounts;
  private final boolean backward;
  private final long firstId;
  private final int payments;
  private final Row row = new Row();
  private final long[] greatest = new long[5];
  private final long[] greatestOfAccount = new long[3];
  private final ByteBuffer[] sections = new ByteBuffer[SegmentHead.SECTIONS];

  private SegmentWriter(List<? extends Part> parts, int accounts, boolean backward) {
    this.parts = parts;
    this.accounts = accounts;
    this.backward = backward;
    this.firstId = parts.getFirst().firstId();
    long sum = 0;
    for (Part part : parts) {
      sum += part.size();
    }
    this.payments = Math.toIntExact(sum);
  }

  /** Writes the parts, all complete, with every account of the ledger. */
  static void write(Path file, List<? extends Part> parts, int accounts, boolean backward) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      new SegmentWriter(parts, accounts, backward).write(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(FileChannel channel) throws IOException {
    scan();
    SegmentTimes times = new SegmentTimes(parts, firstId, payments);
    ByteBuffer notes = notes().toBytes();
    int[] recordWidths = widths(greatest);
    int[] accountWidths = widths(greatestOfAccount);
    int inWidth = backward ? Table.width(payments) : 0;
    int[] lengths = {
      Table.length(payments, recordWidths),
      Table.length(accounts + 1L, accountWidths),
      Bits.length(times.blocks(), times.baseWidth()),
      Bits.length(payments, times.instantWidth()),
      Bits.length(accounts + 1L, inWidth),
      Bits.length(payments, inWidth),
      notes.remaining()
    };
    SegmentHead head = head(recordWidths, accountWidths, times, inWidth, lengths);
    for (int i = 0; i < sections.length; i++) {
      sections[i] = channel.map(FileChannel.MapMode.READ_WRITE, head.offset(i), lengths[i]);
    }
    writeRecords(recordWidths, accountWidths);
    times.write(
        new Bits(sections[2], times.baseWidth()), new Bits(sections[3], times.instantWidth()));
    if (backward) {
      writeIns(new Table(sections[0], recordWidths), inWidth);
    }
    sections[6].put(notes);
    finish(channel, head);
  }

  private SegmentHead head(
      int[] recordWidths, int[] accountWidths, SegmentTimes times, int inWidth, int[] lengths) {
    return new SegmentHead(
        firstId,
        payments,
        accounts,
        times.base(),
        times.unit(),
        recordWidths,
        accountWidths,
        new int[] {times.baseWidth(), times.instantWidth()},
        inWidth,
        lengths,
        new int[SegmentHead.SECTIONS]);
  }

  private static int[] widths(long[] greatest) {
    int[] widths = new int[greatest.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Table.width(greatest[i]);
    }
    return widths;
  }

  private void finish(FileChannel channel, SegmentHead head) throws IOException {
    for (int i = 0; i < sections.length; i++) {
      head.sums()[i] = Segment.sum(sections[i]);
      ((MappedByteBuffer) sections[i]).force();
    }
    // The mapping made the file as long as its last section; the head says whole pages.
    if (channel.size() < head.fileBytes()) {
      channel.write(ByteBuffer.allocate(1), head.fileBytes() - 1);
    }
    ByteBuffer bytes = head.toBytes();
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.force(true);
  }

  private void scan() {
    greatest[0] = accounts;
    greatest[4] = payments;
    greatestOfAccount[0] = payments;
    Part last = parts.getLast();
    for (int account = 0; account < accounts; account++) {
      greatestOfAccount[1] = Math.max(greatestOfAccount[1], last.endOut(account));
      greatestOfAccount[2] = Math.max(greatestOfAccount[2], last.endBalance(account));
      for (Part part : parts) {
        int count = part.count(account, Long.MAX_VALUE);
        for (int rank = 0; rank < count; rank++) {
          part.read(account, rank, row);
          greatest[1] = Math.max(greatest[1], row.outPos);
          greatest[2] = Math.max(greatest[2], row.inPos);
          greatest[3] = Math.max(greatest[3], row.bal);
        }
      }
    }
  }

  private void writeRecords(int[] recordWidths, int[] accountWidths) {
    Table records = new Table(sections[0], recordWidths);
    Table rows = new Table(sections[1], accountWidths);
    Part last = parts.getLast();
    int record = 0;
    for (int account = 0; account < accounts; account++) {
      rows.field(0).put(account, record);
      rows.field(1).put(account, last.endOut(account));
      rows.field(2).put(account, last.endBalance(account));
      for (Part part : parts) {
        int count = part.count(account, Long.MAX_VALUE);
        for (int rank = 0; rank < count; rank++) {
          part.read(account, rank, row);
          put(records, record++);
        }
      }
    }
    rows.field(0).put(accounts, record);
  }

  private void put(Table records, int record) {
    records.field(0).put(record, row.to);
    records.field(1).put(record, row.outPos);
    records.field(2).put(record, row.inPos);
    records.field(3).put(record, row.bal);
    records.field(4).put(record, row.id - firstId);
  }

  /** Sorts records by (receiver, id): counts each receiver, then places payments in order of id. */
  private void writeIns(Table records, int inWidth) {
    int[] recordOfId = new int[payments];
    int[] starts = new int[accounts + 1];
    for (int record = 0; record < payments; record++) {
      recordOfId[(int) records.field(4).get(record)] = record;
      starts[(int) records.field(0).get(record) + 1]++;
    }
    Bits inStarts = new Bits(sections[4], inWidth);
    for (int account = 0; account < accounts; account++) {
      starts[account + 1] += starts[account];
      inStarts.put(account + 1L, starts[account + 1]);
    }
    Bits places = new Bits(sections[5], inWidth);
    int[] placed = new int[payments];
    for (int record : recordOfId) {
      placed[starts[(int) records.field(0).get(record)]++] = record;
    }
    for (int i = 0; i < payments; i++) {
      places.put(i, placed[i]);
    }
  }

  private Notes notes() {
    Notes all = new Notes();
    for (Part part : parts) {
      int shift = (int) (part.firstId() - firstId);
      part.notes().forEach((id, from, serial, order) -> all.add(id + shift, from, serial, order));
    }
    return all;
  }
}
