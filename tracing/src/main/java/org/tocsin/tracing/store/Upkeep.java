package org.tocsin.tracing.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Seals full tails and joins small segments, in a thread of its own. Readers keep what they have;
 * writers wait only while the tail is exchanged.
 */
final class Upkeep {
  /** No segment is made larger than this, so that its records fit one mapping of 2 GB. */
  static final long MOST_PAYMENTS = 64_000_000;

  /** So many segments of a like size are joined. */
  private static final int RUN = 4;

  private final Ledger ledger;
  private final Folder folder;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("tracing-upkeep").unstarted(task));

  Upkeep(Ledger ledger, Folder folder) {
    this.ledger = ledger;
    this.folder = folder;
  }

  /** Seals in the background when the tail is full; at once when it has grown far beyond that. */
  void sealIfFull() {
    int full = ledger.options().tailPayments();
    int size = ledger.parts().tail().size();
    if (size >= 4L * full) {
      seal(full);
    } else if (size >= full && planned.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            planned.set(false);
            seal(full);
            mergeRuns();
          });
    }
  }

  /** Seals the tail when it holds this many; with 0 writes the manifest even for an empty one. */
  void seal(int least) {
    ledger.upkeep().lock();
    try {
      Tail full;
      int log;
      ledger.writer().lock();
      try {
        Parts parts = ledger.parts();
        full = parts.tail();
        if (full.size() < least) {
          return;
        }
        log = folder.rotate();
        ledger.parts(new Parts(parts.sealed(), full, full.successor(), parts.revision()));
      } finally {
        ledger.writer().unlock();
      }
      List<Segment> sealed = new ArrayList<>(ledger.parts().sealed());
      if (full.size() > 0) {
        sealed.add(write(List.of(full)));
      }
      publish(sealed);
      folder.commit(manifest(ledger.parts(), log, folder));
    } finally {
      ledger.upkeep().unlock();
    }
  }

  private Segment write(List<? extends Part> parts) {
    Path file = folder.newSegment();
    // Every account named by these payments is in the book by now.
    SegmentWriter.write(file, parts, ledger.book().count(), ledger.options().backwardIndex());
    return Segment.open(file, false);
  }

  private void publish(List<Segment> sealed) {
    ledger.writer().lock();
    try {
      Parts now = ledger.parts();
      ledger.parts(new Parts(sealed, null, now.tail(), now.revision()));
    } finally {
      ledger.writer().unlock();
    }
  }

  static Manifest manifest(Parts parts, int log, Folder folder) {
    List<String> names =
        parts.sealed().stream()
            .map(segment -> String.valueOf(segment.file().getFileName()))
            .toList();
    return new Manifest(parts.revision(), log, folder.nextFile(), names);
  }

  /** Joins the newest segments while at least four of a like size lie side by side. */
  void mergeRuns() {
    ledger.upkeep().lock();
    try {
      List<Segment> sealed = ledger.parts().sealed();
      int from = sealed.size();
      long sum = 0;
      while (from > 0
          && (sum == 0 || sealed.get(from - 1).size() <= 2 * sum)
          && sum + sealed.get(from - 1).size() <= MOST_PAYMENTS) {
        from--;
        sum += sealed.get(from).size();
      }
      if (sealed.size() - from >= RUN) {
        merge(from, sealed.size());
      }
    } finally {
      ledger.upkeep().unlock();
    }
  }

  /** Joins all segments, as far as the largest size allows. */
  void mergeAll() {
    ledger.upkeep().lock();
    try {
      int from = 0;
      while (from < ledger.parts().sealed().size()) {
        List<Segment> sealed = ledger.parts().sealed();
        int to = from;
        long sum = 0;
        while (to < sealed.size() && (to == from || sum + sealed.get(to).size() <= MOST_PAYMENTS)) {
          sum += sealed.get(to).size();
          to++;
        }
        if (to - from > 1) {
          merge(from, to);
        }
        from++;
      }
    } finally {
      ledger.upkeep().unlock();
    }
  }

  private void merge(int from, int to) {
    List<Segment> old = ledger.parts().sealed();
    List<Segment> sealed = new ArrayList<>(old.subList(0, from));
    sealed.add(write(old.subList(from, to)));
    sealed.addAll(old.subList(to, old.size()));
    publish(sealed);
    folder.commit(manifest(ledger.parts(), folder.manifest().log(), folder));
  }

  void close() {
    thread.shutdown();
    try {
      while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
