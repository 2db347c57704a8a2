package org.tocsin.tracing.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.tocsin.tracing.Batch;

/**
 * The newest payments, in memory. One writer appends in order of time; readers see the payments
 * below the size they have read. A payment is a row of five numbers in a chunk of rows (40 bytes),
 * and a place in its sender's list (about 6 bytes).
 *
 * <p>How readers stay apart from the writer: {@code size} is published last and read first; each
 * account's list head is one number, published after what it points to. What is newer than the
 * reader's size is left out by its id.
 */
final class Tail implements Part {
  static final int ROW = 4;
  private static final int CHUNK_BITS = 13;
  private static final int MASK = (1 << CHUNK_BITS) - 1;
  private static final long ESCAPE = 0xFFFF_FFFFL;
  private static final VarHandle HEAD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long firstId;
  private final Notes notes = new Notes();
  private final Chunks lists = new Chunks();
  private final TailTimes times = new TailTimes();
  private final Positions positions;
  private long[][] rows = new long[16][];
  private long[] heads;
  private final LargeAmounts large = new LargeAmounts();
  private long lastMillis = Long.MIN_VALUE;
  private String lastSerial = "";
  private volatile int size;

  Tail(long firstId, Positions positions) {
    this.firstId = firstId;
    this.positions = positions;
    this.heads = new long[Math.max(positions.accounts(), 16)];
  }

  /** Would a payment at this instant come before the last one? */
  boolean isLate(long millis, String serial) {
    return millis == lastMillis
        ? Order.compareSerials(serial, lastSerial) < 0
        : millis < lastMillis;
  }

  /** The least instant, in epoch milliseconds, of a payment without serial that is not late. */
  long earliest() {
    return lastSerial.isEmpty() || lastMillis == Long.MIN_VALUE ? lastMillis : lastMillis + 1;
  }

  /** Takes the next payment; the caller has checked that it is not late. */
  void append(int from, int to, long amount, long millis, String serial, String order) {
    int id = size;
    put(id, from, to, amount, millis);
    if (!serial.isEmpty() || !order.isEmpty()) {
      notes.add(id, from, serial, order);
    }
    lastSerial = serial;
    size = id + 1;
  }

  /** Takes the next payments; the caller has checked them. Readers see all of them or none. */
  void append(Batch batch) {
    int id = size;
    for (int i = 0; i < batch.count(); i++) {
      put(id++, batch.from()[i], batch.to()[i], batch.amounts()[i], batch.millis()[i]);
    }
    lastSerial = "";
    size = id;
  }

  private void put(int id, int from, int to, long amount, long millis) {
    int chunk = id >>> CHUNK_BITS;
    if ((id & MASK) == 0) {
      addChunk(chunk);
    }
    ensureAccounts(Math.max(from, to) + 1);
    // The list first, the positions after: whoever reads a changed position finds the list changed.
    HEAD.setRelease(heads, from, lists.add(heads[from], id));
    positions.touch(to, id);
    long[] row = rows[chunk];
    int at = (id & MASK) * ROW;
    positions.debit(from, amount, row, at);
    row[at + 1] = positions.credit(to, amount);
    row[at + 3] = ((long) to << 32) | (amount < ESCAPE ? amount : large.put(id, amount));
    times.add(id, millis);
    lastMillis = millis;
  }

  private void addChunk(int chunk) {
    if (chunk == rows.length) {
      rows = Arrays.copyOf(rows, chunk * 2);
    }
    rows[chunk] = new long[(MASK + 1) * ROW];
  }

  private void ensureAccounts(int wanted) {
    positions.ensure(wanted);
    if (wanted > heads.length) {
      heads = Arrays.copyOf(heads, Math.max(wanted, heads.length + heads.length / 4));
    }
  }

  /** An empty tail behind this one, which takes nothing more. */
  Tail successor() {
    Tail next = new Tail(firstId + size, positions.next());
    next.follow(lastMillis, lastSerial);
    return next;
  }

  Positions positions() {
    return positions;
  }

  /**
   * For a tail after sealed payments: what the last sealed one was, so that late ones are known.
   */
  void follow(long millis, String serial) {
    lastMillis = millis;
    lastSerial = serial;
  }

  @Override
  public long firstId() {
    return firstId;
  }

  @Override
  public int size() {
    return size;
  }

  private long head(int account) {
    long[] current = heads;
    return account < current.length ? (long) HEAD.getAcquire(current, account) : 0;
  }

  @Override
  public int count(int account, long toId) {
    long head = head(account);
    int count = (int) head;
    long limit = toId - firstId;
    if (count == 0 || lists.get(head, count - 1) < limit) {
      return count;
    }
    int low = 0;
    while (low < count) {
      int middle = (low + count) >>> 1;
      if (lists.get(head, middle) < limit) {
        low = middle + 1;
      } else {
        count = middle;
      }
    }
    return low;
  }

  @Override
  public long id(int account, int rank) {
    return firstId + lists.get(head(account), rank);
  }

  @Override
  public long outPos(int account, int rank) {
    int id = lists.get(head(account), rank);
    return rows[id >>> CHUNK_BITS][(id & MASK) * ROW];
  }

  @Override
  public void read(int account, int rank, Row row) {
    readLocal(lists.get(head(account), rank), row);
  }

  void readLocal(int id, Row row) {
    long[] chunk = rows[id >>> CHUNK_BITS];
    int at = (id & MASK) * ROW;
    row.id = firstId + id;
    row.outPos = chunk[at];
    row.inPos = chunk[at + 1];
    row.bal = chunk[at + 2];
    long packed = chunk[at + 3];
    row.to = (int) (packed >>> 32);
    long amount = packed & ESCAPE;
    row.amount = amount == ESCAPE ? large.get(id) : amount;
  }

  @Override
  public int rankOfPos(int account, int count, long pos) {
    long head = head(account);
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int id = lists.get(head, middle);
      if (rows[id >>> CHUNK_BITS][(id & MASK) * ROW] <= pos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public int rankOfId(int account, int count, long id) {
    long head = head(account);
    long wanted = id - firstId;
    return (int) Search.firstAtLeast(rank -> lists.get(head, (int) rank), 0, count, wanted);
  }

  @Override
  public long touchAccount(int account) {
    return head(account);
  }

  @Override
  public long touchPlace(int account, long outPos) {
    long head = head(account);
    return (int) head == 0 ? 0 : lists.get(head, (int) head / 2);
  }

  @Override
  public long millis(long id) {
    int local = (int) (id - firstId);
    return times.get(local);
  }

  @Override
  public long idAt(long millis, long toId) {
    long high = Math.min(size, toId - firstId);
    return firstId + Search.firstAtLeast(id -> times.get((int) id), 0, high, millis);
  }

  @Override
  public long endOut(int account) {
    return positions.out(account);
  }

  @Override
  public long endBalance(int account) {
    return positions.in(account) - positions.out(account);
  }

  /** Whether no payment out of an account has this id or a greater one. */
  boolean noneOutFrom(int account, long toId) {
    long head = head(account);
    return (int) head == 0 || firstId + lists.get(head, (int) head - 1) < toId;
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Ins ins(long toId) {
    return new TailIns(this, (int) (toId - firstId));
  }

  /** Sender of each payment below a size, which rows do not hold. */
  int[] senders(int below) {
    int[] from = new int[below];
    long[] current = heads;
    for (int account = 0; account < current.length; account++) {
      int count = count(account, firstId + below);
      for (int rank = 0; rank < count; rank++) {
        from[(int) (id(account, rank) - firstId)] = account;
      }
    }
    return from;
  }

  /** Bytes held for payments, without the positions of accounts. */
  long bytes() {
    long chunks = (size + MASK) >>> CHUNK_BITS;
    return chunks * (MASK + 1) * (ROW * 8 + 4) + lists.bytes() + heads.length * 8L;
  }
}
