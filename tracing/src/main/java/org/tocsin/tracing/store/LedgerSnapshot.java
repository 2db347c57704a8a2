package org.tocsin.tracing.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.PaymentView;
import org.tocsin.tracing.PaymentVisitor;
import org.tocsin.tracing.Snapshot;

/** A ledger's parts up to one payment; the last part always is a tail. */
final class LedgerSnapshot implements Snapshot, Warming {
  private final Book book;
  private final Part[] parts;
  private final Tail tail;
  private final long toId;
  private final long revision;
  private final int accounts;
  private final Orders orders;
  private final Part.@Nullable Ins[] ins;

  LedgerSnapshot(Book book, Part[] parts, long revision) {
    this.book = book;
    this.parts = parts;
    this.tail = (Tail) parts[parts.length - 1];
    this.toId = tail.firstId() + tail.size();
    this.revision = revision;
    this.accounts = book.count();
    this.orders = new Orders(parts, toId);
    this.ins = new Part.Ins[parts.length];
  }

  @Override
  public long payments() {
    return toId;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public int accounts() {
    return accounts;
  }

  @Override
  public Account account(int no) {
    return book.account(no);
  }

  @Override
  public OptionalInt find(String key) {
    OptionalInt no = book.find(key);
    return no.isPresent() && no.getAsInt() >= accounts ? OptionalInt.empty() : no;
  }

  @Override
  public String key(int no) {
    return book.key(no);
  }

  @Override
  public AccountClass type(int no) {
    return book.type(no);
  }

  private Part partOf(long id) {
    for (int i = parts.length - 1; i > 0; i--) {
      if (parts[i].firstId() <= id) {
        return parts[i];
      }
    }
    return parts[0];
  }

  long millis(long id) {
    if (id < 0 || id >= toId) {
      throw new IndexOutOfBoundsException("no payment " + id);
    }
    return partOf(id).millis(id);
  }

  @Override
  public long idAt(Instant at) {
    long wanted = at.toEpochMilli() + (at.getNano() % 1_000_000 > 0 ? 1 : 0);
    for (int i = 0; i < parts.length - 1; i++) {
      long end = parts[i].firstId() + parts[i].size();
      if (end > parts[i].firstId() && parts[i].millis(end - 1) >= wanted) {
        return parts[i].idAt(wanted, toId);
      }
    }
    return tail.idAt(wanted, toId);
  }

  @Override
  public Instant at(long id) {
    return Instant.ofEpochMilli(millis(id));
  }

  @Override
  public long balance(int account) {
    long now = tail.positions().balanceIfUntouched(account, (int) (toId - tail.firstId()));
    if (now >= 0 && tail.noneOutFrom(account, toId)) {
      return now;
    }
    return new Balances(this).at(account, toId);
  }

  @Override
  public long outflow(int account, long beforeId) {
    Row row = new Row();
    for (int i = parts.length - 1; i >= 0; i--) {
      int count = parts[i].count(account, Math.min(beforeId, toId));
      if (count > 0) {
        parts[i].read(account, count - 1, row);
        return row.outPos + row.amount;
      }
    }
    return 0;
  }

  @Override
  public OutCursor outs() {
    return new LedgerCursor(this, parts, toId);
  }

  @Override
  public InCursor ins() {
    return new LedgerInCursor(this, parts.length, toId);
  }

  Part.Ins ins(int part) {
    synchronized (ins) {
      Part.Ins known = ins[part];
      if (known == null) {
        known = parts[part].ins(toId);
        ins[part] = known;
      }
      return known;
    }
  }

  @Override
  public void forEach(PaymentVisitor visitor) {
    OutCursor cursor = outs();
    for (int account = 0; account < accounts; account++) {
      for (boolean more = cursor.seekId(account, 0); more; more = cursor.next()) {
        visitor.payment(
            cursor.id(),
            account,
            cursor.to(),
            cursor.amount(),
            cursor.atMillis(),
            cursor.outPos(),
            cursor.inPos(),
            cursor.bal());
      }
    }
  }

  @Override
  public PaymentView payment(long id) {
    OutCursor cursor = outs();
    for (int account = 0; account < accounts && id >= 0; account++) {
      if (cursor.seekId(account, id) && cursor.id() == id) {
        return view(account, cursor);
      }
    }
    throw new IndexOutOfBoundsException("no payment " + id);
  }

  private PaymentView view(int from, OutCursor cursor) {
    long id = cursor.id();
    return new PaymentView(
        id,
        from,
        cursor.to(),
        cursor.amount(),
        at(id),
        serial(id),
        order(id),
        cursor.outPos(),
        cursor.inPos(),
        cursor.bal());
  }

  @Override
  public String serial(long id) {
    Part part = partOf(id);
    return part.notes().serial((int) (id - part.firstId()));
  }

  @Override
  public String order(long id) {
    Part part = partOf(id);
    return part.notes().order((int) (id - part.firstId()));
  }

  @Override
  public long[] ordered(int from, String order) {
    return orders.of(from, order);
  }

  @Override
  public List<PaymentView> locate(
      int from, int to, long amountFen, Instant at, Duration tolerance) {
    List<PaymentView> found = new ArrayList<>();
    OutCursor cursor = outs();
    long until = at.plus(tolerance).toEpochMilli();
    boolean more = cursor.seekId(from, idAt(at.minus(tolerance)));
    while (more && cursor.atMillis() <= until) {
      if (cursor.to() == to && cursor.amount() == amountFen) {
        found.add(view(from, cursor));
      }
      more = cursor.next();
    }
    return found;
  }

  @Override
  public long touchAccount(int account) {
    long read = book.type(account).ordinal();
    for (Part part : parts) {
      read += part.touchAccount(account);
    }
    return read;
  }

  @Override
  public long touchPlace(int account, long outPos) {
    long read = 0;
    for (Part part : parts) {
      read += part.touchPlace(account, outPos);
    }
    return read;
  }
}
