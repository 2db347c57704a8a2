package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A sealed run of payments in a mapped file, sorted by (sender, id). An amount is not kept: it is
 * the distance to the sender's next outPos.
 */
final class Segment implements Part {
  static final int BLOCK_BITS = 6;

  /** Groups up to this size are searched by halves; larger ones by interpolation first. */
  private static final int SMALL = 16;

  private final Path file;
  private final SegmentHead head;
  private final long firstId;
  private final int accounts;
  private final Table.Field to;
  private final Table.Field outPos;
  private final Table.Field inPos;
  private final Table.Field bal;
  private final Table.Field id;
  private final Table.Field start;
  private final Table.Field endOut;
  private final Table.Field endBalance;
  private final Bits blocks;
  private final Bits instants;
  private final Bits inStarts;
  private final Bits inPlaces;
  private final Notes notes;

  private Segment(Path file, SegmentHead head, ByteBuffer[] sections) {
    this.file = file;
    this.head = head;
    this.firstId = head.firstId();
    this.accounts = head.accounts();
    Table records = new Table(sections[0], head.recordWidths());
    to = records.field(0);
    outPos = records.field(1);
    inPos = records.field(2);
    bal = records.field(3);
    id = records.field(4);
    Table rows = new Table(sections[1], head.accountWidths());
    start = rows.field(0);
    endOut = rows.field(1);
    endBalance = rows.field(2);
    blocks = new Bits(sections[2], head.timeWidths()[0]);
    instants = new Bits(sections[3], head.timeWidths()[1]);
    inStarts = new Bits(sections[4], head.inWidth());
    inPlaces = new Bits(sections[5], head.inWidth());
    notes = Notes.of(sections[6].order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Maps a segment; checks its head, and all its sections where asked to. */
  static Segment open(Path file, boolean verify) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer first = ByteBuffer.allocate(SegmentHead.BYTES);
      while (first.hasRemaining() && channel.read(first) >= 0) {
        continue;
      }
      if (first.hasRemaining()) {
        throw new DamagedException(file + " is shorter than its head");
      }
      SegmentHead head = SegmentHead.of(first.flip(), file.toString());
      if (channel.size() != head.fileBytes()) {
        throw new DamagedException(
            "%s has %d bytes, its head says %d".formatted(file, channel.size(), head.fileBytes()));
      }
      ByteBuffer[] sections = new ByteBuffer[SegmentHead.SECTIONS];
      for (int i = 0; i < sections.length; i++) {
        sections[i] = map(channel, head, i, file, verify);
      }
      return new Segment(file, head, sections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer map(
      FileChannel channel, SegmentHead head, int section, Path file, boolean verify)
      throws IOException {
    MappedByteBuffer bytes =
        channel.map(FileChannel.MapMode.READ_ONLY, head.offset(section), head.lengths()[section]);
    if (verify && sum(bytes) != head.sums()[section]) {
      throw new DamagedException(
          "%s: the checksum of section %d is wrong".formatted(file, section));
    }
    return bytes;
  }

  static int sum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear());
    return (int) crc.getValue();
  }

  Path file() {
    return file;
  }

  SegmentHead head() {
    return head;
  }

  @Override
  public long firstId() {
    return firstId;
  }

  @Override
  public int size() {
    return head.payments();
  }

  int accounts() {
    return accounts;
  }

  @Override
  public int count(int account, long toId) {
    if (account >= accounts) {
      return 0;
    }
    int begin = (int) start.get(account);
    int end = (int) start.get(account + 1);
    long limit = toId - firstId;
    if (limit >= head.payments()) {
      return end - begin;
    }
    int low = begin;
    while (low < end) {
      int middle = (low + end) >>> 1;
      if (id.get(middle) < limit) {
        low = middle + 1;
      } else {
        end = middle;
      }
    }
    return low - begin;
  }

  @Override
  public long id(int account, int rank) {
    return firstId + id.get((int) start.get(account) + rank);
  }

  @Override
  public long outPos(int account, int rank) {
    return outPos.get((int) start.get(account) + rank);
  }

  @Override
  public void read(int account, int rank, Row row) {
    int record = (int) start.get(account) + rank;
    boolean last = record + 1 == (int) start.get(account + 1);
    readRecord(record, last ? endOut.get(account) : outPos.get(record + 1), row);
  }

  private void readRecord(int record, long end, Row row) {
    row.id = firstId + id.get(record);
    row.to = (int) to.get(record);
    row.outPos = outPos.get(record);
    row.inPos = inPos.get(record);
    row.bal = bal.get(record);
    row.amount = end - row.outPos;
  }

  @Override
  public int rankOfPos(int account, int count, long pos) {
    if (count == 0 || pos >= endOut.get(account)) {
      return -1;
    }
    int begin = (int) start.get(account);
    int low = begin;
    int high = begin + count;
    if (count > SMALL) {
      long bounds = narrow(low, high, endOut.get(account), pos);
      low = (int) (bounds >>> 32);
      high = (int) bounds;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (outPos.get(middle) <= pos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1 - begin;
  }

  @Override
  public int rankOfId(int account, int count, long wanted) {
    int begin = (int) start.get(account);
    long local = wanted - firstId;
    if (count > SMALL) {
      long found =
          Search.firstAtLeast(record -> id.get((int) record), begin, begin + (long) count, local);
      return (int) found - begin;
    }
    int low = begin;
    int high = begin + count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (id.get(middle) >= local) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - begin;
  }

  @Override
  public long touchAccount(int account) {
    return account < accounts ? start.get(account) : 0;
  }

  @Override
  public long touchPlace(int account, long pos) {
    if (account >= accounts || pos >= endOut.get(account)) {
      return 0;
    }
    int low = (int) start.get(account);
    int size = (int) start.get(account + 1) - low;
    // Without the first position the guess is from zero: a read more, but none to wait for.
    int guess = low + (int) ((double) pos / endOut.get(account) * size);
    return size <= SMALL ? outPos.get(low + size / 2) : outPos.get(guess);
  }

  /**
   * Narrows the bounds by guessing the place from the position, then stepping outwards by doubling
   * steps. A hub's outflow grows evenly, so this touches a few lines where halving touches many.
   */
  private long narrow(int low, int high, long end, long pos) {
    long first = outPos.get(low);
    if (pos < first) {
      return ((long) low << 32) | low;
    }
    double share = (double) (pos - first) / (end - first);
    int guess = Math.min(high - 1, low + (int) (share * (high - low)));
    int step = SMALL / 2;
    if (outPos.get(guess) <= pos) {
      int above = guess + step;
      while (above < high && outPos.get(above) <= pos) {
        guess = above;
        step *= 2;
        above += step;
      }
      return ((long) guess << 32) | Math.min(above, high);
    }
    int below = guess - step;
    while (below > low && outPos.get(below) > pos) {
      guess = below;
      step *= 2;
      below -= step;
    }
    return ((long) Math.max(below, low) << 32) | guess;
  }

  @Override
  public long millis(long wanted) {
    long local = wanted - firstId;
    return head.baseMillis()
        + blocks.get(local >>> BLOCK_BITS)
        + instants.get(local) * head.millisUnit();
  }

  @Override
  public long idAt(long millis, long toId) {
    long wanted = millis - head.baseMillis();
    int all = (head.payments() - 1 >>> BLOCK_BITS) + 1;
    long block = Search.firstAtLeast(blocks::get, 0, all, wanted);
    // The block begins at or after the instant, so the payment is in the one before or begins it.
    long low = Math.max(0, (block - 1) << BLOCK_BITS);
    long high = Math.min(block << BLOCK_BITS, head.payments());
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (millis(firstId + middle) >= millis) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Math.min(firstId + low, toId);
  }

  @Override
  public long endOut(int account) {
    return account < accounts ? endOut.get(account) : 0;
  }

  @Override
  public long endBalance(int account) {
    return account < accounts ? endBalance.get(account) : 0;
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Ins ins(long toId) {
    if (head.inWidth() == 0) {
      throw new IllegalStateException("the ledger was sealed without its backward index");
    }
    return new SegmentIns();
  }

  /** Account whose group holds a record: the last one that begins at or before it. */
  private int senderOf(int record) {
    int low = 0;
    int high = accounts;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.get(middle + 1) <= record) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private final class SegmentIns implements Ins {
    @Override
    public int count(int account) {
      return account >= accounts ? 0 : (int) (inStarts.get(account + 1L) - inStarts.get(account));
    }

    private int record(int account, int rank) {
      return (int) inPlaces.get(inStarts.get(account) + rank);
    }

    @Override
    public int from(int account, int rank) {
      return senderOf(record(account, rank));
    }

    @Override
    public void read(int account, int rank, Row row) {
      int record = record(account, rank);
      int sender = senderOf(record);
      Segment.this.read(sender, record - (int) start.get(sender), row);
    }
  }
}
