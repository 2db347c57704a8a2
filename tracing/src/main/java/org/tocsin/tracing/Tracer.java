package org.tocsin.tracing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tocsin.tracing.rule.FifoBatch;
import org.tocsin.tracing.rule.Running;

/** Follows reported money through a snapshot. */
public final class Tracer {
  /** So many traces are run side by side; what they touch stays in the processor's cache. */
  private static final int GROUP = 256;

  private Tracer() {}

  /**
   * Runs one trace.
   *
   * @throws IllegalArgumentException where a report names no payment of the window, or more than it
   * @throws IllegalStateException where money was not conserved, which is a fault of the rule
   */
  public static TraceResult trace(Snapshot snapshot, TraceRequest request) {
    return new Running(snapshot, request).result();
  }

  /**
   * Runs many independent traces on several threads; results in the order of requests. FIFO traces
   * are run side by side, which is faster than the same traces one by one on one thread too.
   */
  public static List<TraceResult> batch(
      Snapshot snapshot, List<TraceRequest> requests, int threads) {
    int groups = Math.max(threads, (requests.size() + GROUP - 1) / GROUP);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<TraceResult>>> running = new ArrayList<>(groups);
      for (int i = 0; i < groups; i++) {
        int from = (int) ((long) requests.size() * i / groups);
        int to = (int) ((long) requests.size() * (i + 1) / groups);
        List<TraceRequest> group = requests.subList(from, to);
        running.add(pool.submit(() -> group(snapshot, group)));
      }
      List<TraceResult> results = new ArrayList<>(requests.size());
      for (Future<List<TraceResult>> one : running) {
        results.addAll(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tracing", e);
    }
  }

  private static List<TraceResult> group(Snapshot snapshot, List<TraceRequest> requests) {
    List<TraceRequest> together =
        requests.stream().filter(request -> FifoBatch.takes(snapshot, request)).toList();
    Iterator<TraceResult> found =
        together.isEmpty()
            ? Collections.emptyIterator()
            : FifoBatch.run(snapshot, together).iterator();
    List<TraceResult> results = new ArrayList<>(requests.size());
    for (TraceRequest request : requests) {
      results.add(FifoBatch.takes(snapshot, request) ? found.next() : trace(snapshot, request));
    }
    return results;
  }
}
