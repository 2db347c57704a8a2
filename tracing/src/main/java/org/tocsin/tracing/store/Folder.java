package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Batch;

/**
 * A ledger's folder: the log of accounts, the log of payments not yet sealed, the manifest. A
 * thread writes both logs through every few milliseconds, accounts before the payments that name
 * them.
 */
final class Folder implements AutoCloseable {
  private static final String ACCOUNTS = "accounts.log";

  private final Path path;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final int syncMillis;
  private final Thread flusher;
  private volatile Manifest manifest;
  private final LogFile accounts;
  private volatile @Nullable LogFile payments;
  private int logNumber;
  private int nextFile;
  private volatile long base;
  private long durable;
  private long wanted;
  private boolean closed;
  private @Nullable IOException failed;

  /** Takes the folder for this process; fails where another has it. */
  Folder(Path path, int syncMillis) {
    this.path = path;
    this.syncMillis = syncMillis;
    try {
      Files.createDirectories(path);
      lockChannel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock taken = lockChannel.tryLock();
      if (taken == null) {
        throw new IllegalStateException("another process has the ledger " + path);
      }
      lock = taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    manifest = Manifest.read(path);
    nextFile = manifest.nextFile();
    accounts = new LogFile(path.resolve(ACCOUNTS), goodBytes(path.resolve(ACCOUNTS)));
    flusher = Thread.ofPlatform().daemon().name("tracing-log").unstarted(this::flushAlways);
  }

  private static long goodBytes(Path file) {
    return LogReader.read(file, frame -> {});
  }

  Path path() {
    return path;
  }

  Manifest manifest() {
    return manifest;
  }

  Path accountsPath() {
    return path.resolve(ACCOUNTS);
  }

  Path logPath(int number) {
    return path.resolve("payments-%06d.log".formatted(number));
  }

  /** Begins to write behind what was read; later logs than the manifest's are read before. */
  void start(int number, long good) {
    logNumber = number;
    payments = new LogFile(logPath(number), good);
    flusher.start();
  }

  /** Deletes segments that a crash left before a manifest named them. */
  void dropStrangers() {
    Set<String> known = new HashSet<>(manifest.segments());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "segment-*")) {
      for (Path file : files) {
        if (!known.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log of accounts; put to it only in its monitor. */
  LogFile accounts() {
    return accounts;
  }

  /** The log of payments; put to it only in its monitor and the ledger's writer lock. */
  LogFile payments() {
    return Objects.requireNonNull(payments, "the folder is being read");
  }

  /** Position behind everything put so far. */
  long position() {
    return base + payments().position();
  }

  /** Returns when everything up to a position is on disk. */
  synchronized void sync(long position) {
    wanted = Math.max(wanted, position);
    notifyAll();
    while (durable < position) {
      check();
      pause(0);
    }
  }

  private void pause(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the log", e);
    }
  }

  /** Fails where the log could not be written; from then on nothing is taken in. */
  synchronized void check() {
    if (failed != null) {
      throw new UncheckedIOException("the log cannot be written", failed);
    }
    if (closed) {
      throw new IllegalStateException("the ledger is closed");
    }
  }

  private void flushAlways() {
    while (true) {
      synchronized (this) {
        if (closed) {
          return;
        }
        if (wanted <= durable) {
          pause(syncMillis);
        }
      }
      flush();
    }
  }

  /** Writes through what is in the buffers; one at a time. */
  private void flush() {
    synchronized (lockChannel) {
      try {
        long until = base + payments().take();
        accounts.take();
        accounts.writeTaken();
        payments().writeTaken();
        done(until);
      } catch (IOException e) {
        fail(e);
      }
    }
  }

  private synchronized void done(long until) {
    durable = until;
    notifyAll();
  }

  private synchronized void fail(IOException e) {
    if (failed == null) {
      failed = e;
    }
    notifyAll();
  }

  /** Ends this log and begins the next; the caller holds the writer lock. Returns its number. */
  int rotate() {
    synchronized (lockChannel) {
      flush();
      check();
      base += payments().position();
      payments().close();
      logNumber++;
      payments = new LogFile(logPath(logNumber), 0);
      try {
        Manifest.forceFolder(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return logNumber;
    }
  }

  /** Puts payments without serials into the log; the caller holds the writer lock. */
  long plain(Batch batch) {
    LogFile log = payments();
    synchronized (log) {
      for (int i = 0; i < batch.count(); i++) {
        Entry.writePlain(
            log, batch.from()[i], batch.to()[i], batch.amounts()[i], batch.millis()[i]);
      }
      return base + log.position();
    }
  }

  /** A path for a segment to be written. */
  Path newSegment() {
    return path.resolve("segment-%06d".formatted(nextFile++));
  }

  int nextFile() {
    return nextFile;
  }

  /** Makes a manifest the one that counts and drops what it no longer names. */
  void commit(Manifest next) {
    next.write(path);
    Manifest old = manifest;
    manifest = next;
    try {
      for (int number = old.log(); number < next.log(); number++) {
        Files.deleteIfExists(logPath(number));
      }
      for (String name : old.segments()) {
        if (!next.segments().contains(name)) {
          Files.deleteIfExists(path.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of the folder without writing; opening it has failed. */
  void abandon() {
    try {
      accounts.close();
      lock.release();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      flusher.join();
      payments().close();
      accounts.close();
      lock.release();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
