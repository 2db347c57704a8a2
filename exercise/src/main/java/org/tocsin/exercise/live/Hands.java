package org.tocsin.exercise.live;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Unreachable;

/**
 * Does the city's requests beside its movement, a few at a time. Something of one name is not begun
 * again while it is being done, nor soon after it was refused.
 */
final class Hands implements AutoCloseable {
  private static final int AT_ONCE = 6;
  private static final int REMEMBERED = 2_000;
  private static final long REST_NANOS = Duration.ofSeconds(4).toNanos();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Set<String> doing = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> restingUntil = new ConcurrentHashMap<>();
  private final AtomicLong done = new AtomicLong();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final Consumer<String> say;
  private volatile @Nullable RuntimeException gone;

  Hands(Consumer<String> say) {
    this.say = say;
  }

  /** Begins something, unless it is being done or was just refused. */
  void begin(String name, Runnable work) {
    long now = System.nanoTime();
    Long resting = restingUntil.get(name);
    if ((resting != null && now - resting < 0) || !doing.add(name)) {
      return;
    }
    threads.execute(
        () -> {
          try {
            free.acquire();
            try {
              work.run();
              done.incrementAndGet();
              restingUntil.remove(name);
            } finally {
              free.release();
            }
          } catch (Refused e) {
            refusedBy(name, e);
          } catch (Unreachable e) {
            gone = e;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            doing.remove(name);
          }
        });
  }

  /** A no is part of life: somebody was quicker, or it changed meanwhile. */
  private void refusedBy(String name, Refused e) {
    refused.merge(e.code().isEmpty() ? "" + e.status() : e.code(), 1, Integer::sum);
    if (restingUntil.size() > REMEMBERED) {
      restingUntil.clear();
    }
    restingUntil.put(name, System.nanoTime() + REST_NANOS);
    if (!e.code().equals("STALE") && e.status() != 409) {
      say.accept("  refused: " + name + ": " + e.getMessage());
    }
    if (e.status() == 401) {
      // Another server is there now, or it has another token: this driver has no place there.
      gone = e;
    }
  }

  boolean isDoing(String name) {
    return doing.contains(name);
  }

  /** How many things are being done or wait to be. */
  int busy() {
    return doing.size();
  }

  long done() {
    return done.get();
  }

  /** How often something was refused, by the problem's code. */
  Map<String, Integer> refused() {
    return new TreeMap<>(refused);
  }

  /** Throws what a request met when the server had gone for good or knew the token no more. */
  void check() {
    RuntimeException e = gone;
    if (e != null) {
      throw e;
    }
  }

  /** Waits for what was begun. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
