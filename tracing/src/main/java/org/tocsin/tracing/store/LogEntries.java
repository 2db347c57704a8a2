package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.tracing.AccountClass;

/** Writes and reads the entries of the logs that are not single payments. */
final class LogEntries {
  private static final AccountClass[] CLASSES = AccountClass.values();

  private LogEntries() {}

  static void added(LogFile log, String key) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    synchronized (log) {
      log.room(5 + text.length).put(Entry.Kind.ACCOUNT).putInt(text.length).put(text);
    }
  }

  static void described(LogFile log, int account, AccountClass type, long openingFen) {
    synchronized (log) {
      ByteBuffer out = log.room(14);
      out.put(Entry.Kind.DESCRIBED).putInt(account).put((byte) type.ordinal()).putLong(openingFen);
    }
  }

  /** Payments that are taken back and taken in together. */
  static void group(LogFile log, List<Entry> removed, List<Entry> added) {
    synchronized (log) {
      log.room(9).put(Entry.Kind.GROUP).putInt(removed.size()).putInt(added.size());
      removed.forEach(entry -> entry.write(log));
      added.forEach(entry -> entry.write(log));
    }
  }

  /** Takes a frame of the log of accounts into the book. */
  static void readAccounts(ByteBuffer frame, Book book) {
    while (frame.hasRemaining()) {
      byte kind = frame.get();
      if (kind == Entry.Kind.ACCOUNT) {
        book.add(Entry.text(frame));
      } else if (kind == Entry.Kind.DESCRIBED) {
        int account = frame.getInt();
        book.describe(account, CLASSES[frame.get()], frame.getLong());
      } else {
        throw new DamagedException("unknown entry %d in the log of accounts".formatted(kind));
      }
    }
  }

  /** Takes a frame of the log of payments into a ledger. */
  static void readPayments(ByteBuffer frame, Ledger ledger) {
    while (frame.hasRemaining()) {
      byte kind = frame.get();
      if (kind == Entry.Kind.GROUP) {
        int removed = frame.getInt();
        int added = frame.getInt();
        ledger.apply(entries(frame, removed), entries(frame, added));
      } else {
        Ledger.put(ledger.parts().tail(), entry(frame, kind));
      }
    }
  }

  private static List<Entry> entries(ByteBuffer frame, int count) {
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(entry(frame, frame.get()));
    }
    return entries;
  }

  private static Entry entry(ByteBuffer frame, byte kind) {
    if (kind != Entry.Kind.PLAIN && kind != Entry.Kind.NOTED) {
      throw new DamagedException("unknown entry %d in the log of payments".formatted(kind));
    }
    return Entry.read(frame, kind);
  }
}
