package org.tocsin.tracing.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.Batch;
import org.tocsin.tracing.Correction;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;

/**
 * A ledger in memory, or in a folder. What is read is one immutable list of parts, replaced as a
 * whole; the tail in it grows.
 *
 * <p>Locks: {@code upkeep} is held by whoever changes sealed parts, {@code writer} by whoever
 * changes the tail or the list of parts; upkeep is taken first.
 */
public final class Ledger implements LedgerStore {
  private final ReentrantLock upkeep = new ReentrantLock();
  private final ReentrantLock writer = new ReentrantLock();
  private final Book book = new Book();
  private final @Nullable Folder folder;
  private final @Nullable Upkeep background;
  private final StoreOptions options;
  private volatile Parts parts;
  private boolean recovering;
  private boolean unwritten;

  private Ledger(@Nullable Folder folder, StoreOptions options) {
    this.folder = folder;
    this.options = options;
    this.parts = Parts.none(book);
    this.background = folder == null ? null : new Upkeep(this, folder);
  }

  /** An empty ledger in memory. */
  public static Ledger inMemory() {
    return new Ledger(null, StoreOptions.defaults());
  }

  /** The ledger of a folder, as it was when the last acknowledged call returned. */
  public static Ledger open(Path path, StoreOptions options) {
    Folder folder = new Folder(path, options.syncMillis());
    try {
      Ledger ledger = new Ledger(folder, options);
      ledger.recover(folder);
      return ledger;
    } catch (RuntimeException e) {
      folder.abandon();
      throw e;
    }
  }

  private void recover(Folder from) {
    recovering = true;
    new Recovery(from, this).run();
    recovering = false;
    if (unwritten && background != null) {
      background.seal(0);
    }
  }

  /** Says that segments were rewritten while the log was still being read. */
  boolean postponed() {
    unwritten |= recovering;
    return recovering;
  }

  Parts parts() {
    return parts;
  }

  void parts(Parts next) {
    parts = next;
  }

  Book book() {
    return book;
  }

  StoreOptions options() {
    return options;
  }

  ReentrantLock upkeep() {
    return upkeep;
  }

  ReentrantLock writer() {
    return writer;
  }

  @Override
  public int account(String key) {
    var known = book.find(key);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    if (key.isBlank()) {
      throw new IllegalArgumentException("an account needs a key");
    }
    writer.lock();
    try {
      var meanwhile = book.find(key);
      if (meanwhile.isPresent()) {
        return meanwhile.getAsInt();
      }
      if (folder != null) {
        LogEntries.added(folder.accounts(), key);
      }
      return book.add(key);
    } finally {
      writer.unlock();
    }
  }

  @Override
  public void describe(int account, AccountClass type, long openingFen) {
    upkeep.lock();
    writer.lock();
    try {
      long before = book.account(account).openingFen();
      if (folder != null) {
        LogEntries.described(folder.accounts(), account, type, openingFen);
      }
      book.describe(account, type, openingFen);
      if (Math.max(0, before) != Math.max(0, openingFen)) {
        reopen(account, before);
      }
    } finally {
      writer.unlock();
      upkeep.unlock();
    }
  }

  /** Derives everything anew where a changed opening balance has been counted already. */
  private void reopen(int account, long before) {
    Positions positions = parts.tail().positions();
    boolean untouched = positions.out(account) == 0 && positions.in(account) == Math.max(0, before);
    if (untouched && parts.sealed().isEmpty()) {
      positions.set(account, 0, Math.max(0, book.opening(account)));
    } else {
      rebuild(0, List.of(), List.of());
    }
  }

  @Override
  public int append(List<Payment> payments) {
    List<Entry> entries = new ArrayList<>(payments.size());
    for (Payment payment : payments) {
      entries.add(entry(payment));
    }
    List<Entry> sorted = Rebuild.sorted(entries);
    return change(List.of(), sorted);
  }

  private Entry entry(Payment payment) {
    return new Entry(
        account(payment.from()),
        account(payment.to()),
        payment.amountFen(),
        payment.at().toEpochMilli(),
        payment.serial(),
        payment.order());
  }

  @Override
  public void correct(List<Correction> corrections) {
    List<Entry> removed = new ArrayList<>();
    List<Entry> added = new ArrayList<>();
    for (Correction correction : corrections) {
      removed.add(entry(correction.wrong()));
      Payment right = correction.right();
      if (right != null) {
        added.add(entry(right));
      }
    }
    change(removed, Rebuild.sorted(added));
  }

  /** Takes changes in and returns when they are on disk. Entries added are in order. */
  private int change(List<Entry> removed, List<Entry> added) {
    if (removed.isEmpty() && added.isEmpty()) {
      return 0;
    }
    int late = 0;
    long position = removed.isEmpty() ? takeIfInOrder(added) : -1;
    if (position < 0) {
      upkeep.lock();
      writer.lock();
      try {
        Existing.check(snapshot(), removed);
        position = log(removed, added);
        late = apply(removed, added);
      } finally {
        writer.unlock();
        upkeep.unlock();
      }
    }
    sync(position);
    sealIfFull();
    return late;
  }

  /** The usual case, which does not wait for upkeep; -1 where payments are late. */
  private long takeIfInOrder(List<Entry> added) {
    writer.lock();
    try {
      Entry first = added.getFirst();
      if (parts.tail().isLate(first.millis(), first.serial())) {
        return -1;
      }
      long position = log(List.of(), added);
      apply(List.of(), added);
      return position;
    } finally {
      writer.unlock();
    }
  }

  /** Puts changes into the log, the writer lock held, and returns the position behind them. */
  private long log(List<Entry> removed, List<Entry> added) {
    if (folder == null) {
      return 0;
    }
    folder.check();
    LogEntries.group(folder.payments(), removed, added);
    return folder.position();
  }

  /** Puts changes where they belong; both locks are held. Returns how many were late. */
  int apply(List<Entry> removed, List<Entry> added) {
    Tail tail = parts.tail();
    int late = 0;
    while (late < added.size() && tail.isLate(added.get(late).millis(), added.get(late).serial())) {
      late++;
    }
    if (late == 0 && removed.isEmpty()) {
      for (Entry entry : added) {
        put(tail, entry);
      }
      return 0;
    }
    long earliest = Long.MAX_VALUE;
    for (Entry entry : removed) {
      earliest = Math.min(earliest, entry.millis());
    }
    for (Entry entry : added) {
      earliest = Math.min(earliest, entry.millis());
    }
    rebuild(parts.firstWith(earliest), removed, added);
    return late;
  }

  static void put(Tail tail, Entry entry) {
    tail.append(
        entry.from(), entry.to(), entry.amount(), entry.millis(), entry.serial(), entry.order());
  }

  /** Derives the payments from a part on anew, with changes; both locks are held. */
  private void rebuild(int from, List<Entry> removed, List<Entry> added) {
    Parts old = parts;
    Parts kept = old.upTo(from, book);
    Filling filling = new Filling(this, folder, kept);
    new Rebuild(removed, added).run(old.from(from), book.count(), filling::take);
    filling.finish(old.revision() + 1);
  }

  @Override
  public long append(int from, int to, long amountFen, long atMillis) {
    return append(
        new Batch(
            new int[] {from}, new int[] {to}, new long[] {amountFen}, new long[] {atMillis}, 1));
  }

  @Override
  public long append(Batch batch) {
    if (batch.count() == 0) {
      return 0;
    }
    long position = 0;
    boolean full;
    writer.lock();
    try {
      Tail tail = parts.tail();
      batch.check(book.count(), tail.earliest());
      if (folder != null) {
        folder.check();
        position = folder.plain(batch);
      }
      tail.append(batch);
      full = tail.size() >= options.tailPayments();
    } finally {
      writer.unlock();
    }
    if (full) {
      sealIfFull();
    }
    return position;
  }

  private void sealIfFull() {
    if (background != null) {
      background.sealIfFull();
    }
  }

  @Override
  public void sync(long position) {
    if (folder != null) {
      folder.sync(position);
    }
  }

  @Override
  public Snapshot snapshot() {
    Parts current = parts;
    return new LedgerSnapshot(book, current.all(), current.revision());
  }

  @Override
  public void seal() {
    if (background != null) {
      background.seal(1);
    }
  }

  @Override
  public void merge() {
    if (background != null) {
      background.mergeAll();
    }
  }

  @Override
  public void close() {
    if (background != null && folder != null) {
      background.close();
      folder.close();
    }
  }
}
