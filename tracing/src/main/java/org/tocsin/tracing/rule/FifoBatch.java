package org.tocsin.tracing.rule;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.store.Warming;

/**
 * Many independent FIFO traces in rounds. In each round all pieces of all traces are first looked
 * up ahead (accounts, then payments), so that the memory works on many at once, then followed by
 * one payment each. Finds what single traces find.
 */
public final class FifoBatch {
  private final Warming warming;
  private final List<FifoTrace> traces = new ArrayList<>();
  private final int[] done;

  /** What touching read; written where all can see it, so that no read is optimised away. */
  @SuppressWarnings("UnusedVariable")
  private static volatile long read;

  private long sink;

  private FifoBatch(Snapshot snapshot, Warming warming, List<TraceRequest> requests) {
    this.warming = warming;
    this.done = new int[requests.size()];
    for (TraceRequest request : requests) {
      for (Report report : request.reports()) {
        sink += warming.touchAccount(report.from());
      }
    }
    for (TraceRequest request : requests) {
      FifoTrace trace = new FifoTrace(new Setting(snapshot, request), Lift.NONE);
      trace.seed();
      traces.add(trace);
    }
  }

  /** Whether a request can be traced in rounds. */
  public static boolean takes(Snapshot snapshot, TraceRequest request) {
    return snapshot instanceof Warming
        && request.rule() == Rule.FIFO
        && request.opening() == Opening.CAUSAL
        && !request.hubs().containsValue(HubPolicy.PASS_THROUGH);
  }

  /** Traces requests that can be traced in rounds; results in their order. */
  public static List<TraceResult> run(Snapshot snapshot, List<TraceRequest> requests) {
    if (!(snapshot instanceof Warming warming)) {
      throw new IllegalArgumentException("this snapshot cannot be read ahead");
    }
    FifoBatch batch = new FifoBatch(snapshot, warming, requests);
    while (batch.round()) {
      continue;
    }
    read = batch.sink;
    List<TraceResult> results = new ArrayList<>(requests.size());
    for (FifoTrace trace : batch.traces) {
      results.add(new TableResult(trace));
    }
    return results;
  }

  private boolean round() {
    int[] ends = new int[done.length];
    boolean more = false;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = traces.get(i).table.count;
      more |= ends[i] > done[i];
    }
    if (!more) {
      return false;
    }
    for (int i = 0; i < ends.length; i++) {
      FlowTable table = traces.get(i).table;
      for (int row = done[i]; row < ends[i]; row++) {
        sink += table.end[row] == Ends.ON ? warming.touchAccount(table.to[row]) : 0;
      }
    }
    for (int i = 0; i < ends.length; i++) {
      FlowTable table = traces.get(i).table;
      for (int row = done[i]; row < ends[i]; row++) {
        sink += table.end[row] == Ends.ON ? warming.touchPlace(table.to[row], table.begin[row]) : 0;
      }
    }
    for (int i = 0; i < ends.length; i++) {
      traces.get(i).followRows(done[i], ends[i]);
      done[i] = ends[i];
    }
    return true;
  }
}
