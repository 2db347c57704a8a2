package org.tocsin.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tocsin.tracing.rule.Running;

/** Follows reported money through a snapshot. */
public final class Tracer {
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

  /** Runs many independent traces on several threads; results in the order of requests. */
  public static List<TraceResult> batch(
      Snapshot snapshot, List<TraceRequest> requests, int threads) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<TraceResult>> running = new ArrayList<>(requests.size());
      for (TraceRequest request : requests) {
        running.add(pool.submit(() -> trace(snapshot, request)));
      }
      List<TraceResult> results = new ArrayList<>(requests.size());
      for (Future<TraceResult> one : running) {
        results.add(one.get());
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
}
