package org.tocsin.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work on a fixed schedule, whatever the server does: each piece begins at its own instant on a
 * thread of its own, and is measured from that instant. A server that stalls thus pays for all that
 * waits meanwhile (no coordinated omission).
 */
public final class OpenLoop implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LongAdder failed = new LongAdder();
  private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();

  /** One piece of work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @param number from 0
     * @param scheduled the {@link System#nanoTime} at which it was to begin
     */
    void at(int number, long scheduled);
  }

  /**
   * Begins the schedule; it goes on by itself.
   *
   * @param start the {@link System#nanoTime} of number 0
   * @return the thread that keeps the time, to be joined; work may still be under way then
   */
  public Thread start(String name, double perSecond, Duration length, long start, Work work) {
    int count = (int) Math.round(perSecond * length.toNanos() / 1e9);
    double gap = 1e9 / perSecond;
    return Thread.ofPlatform()
        .name("load-" + name)
        .start(
            () -> {
              for (int i = 0; i < count; i++) {
                int number = i;
                long at = start + (long) (i * gap);
                sleepUntil(at);
                threads.submit(() -> run(work, number, at));
              }
            });
  }

  /** Runs a schedule to the end of its last piece. */
  public static OpenLoop run(String name, double perSecond, Duration length, Work work)
      throws InterruptedException {
    OpenLoop loop = new OpenLoop();
    loop.start(name, perSecond, length, System.nanoTime() + 1_000_000, work).join();
    loop.finish();
    return loop;
  }

  private void run(Work work, int number, long at) {
    try {
      work.at(number, at);
    } catch (RuntimeException e) {
      failed.increment();
      firstFailure.compareAndSet(null, e);
    }
  }

  /** How many pieces ended in an error. */
  public long failed() {
    return failed.sum();
  }

  /** What went wrong first. */
  public @Nullable RuntimeException firstFailure() {
    return firstFailure.get();
  }

  /** Waits for a {@link System#nanoTime}. */
  public static void sleepUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Waits until all work is done; nothing new can be begun then. */
  public void finish() {
    threads.close();
  }

  @Override
  public void close() {
    finish();
  }
}
