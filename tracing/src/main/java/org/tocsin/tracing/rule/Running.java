package org.tocsin.tracing.rule;

import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;

/**
 * A trace that can go on when payments come in. With the causal convention the rules that divide
 * money go on from where they stood; reach, opening-first and a ledger whose past changed start
 * anew.
 */
public final class Running {
  private final TraceRequest request;
  private final long revision;
  private @Nullable PieceTrace pieces;
  private @Nullable MixingTrace mixing;
  private TraceResult result;

  /** Traces once. */
  public Running(Snapshot snapshot, TraceRequest request) {
    this.request = request;
    this.revision = snapshot.revision();
    this.result = start(new Setting(snapshot, request));
  }

  private TraceResult start(Setting setting) {
    if (request.rule() == Rule.REACH) {
      ReachTrace reach = new ReachTrace(setting);
      reach.run();
      return new ReachResult(reach);
    }
    return switch (request.opening()) {
      case CAUSAL -> divide(setting, Lift.NONE);
      case OPENING_FIRST -> divide(setting, new Shortages(setting));
      case BOTH -> {
        TableResult first = divide(setting, new Shortages(setting));
        yield divide(setting, Lift.NONE).with(first);
      }
    };
  }

  private TableResult divide(Setting setting, Lift lift) {
    return switch (request.rule()) {
      case FIFO -> pieces(new FifoTrace(setting, lift));
      case LIFO -> pieces(new LifoTrace(setting, lift));
      case HAIRCUT -> mixing(new HaircutTrace(setting, lift));
      case LOWEST_BALANCE -> mixing(new LowestBalanceTrace(setting, lift));
      case REACH -> throw new IllegalStateException("reach divides nothing");
    };
  }

  private TableResult pieces(PieceTrace trace) {
    pieces = trace;
    trace.run();
    return new TableResult(trace);
  }

  private TableResult mixing(MixingTrace trace) {
    mixing = trace;
    trace.run();
    return new TableResult(trace);
  }

  /** What was found so far. */
  public TraceResult result() {
    return result;
  }

  /** Whether payments have the ids in a snapshot that they had here. */
  public boolean sameIds(Snapshot newer) {
    return newer.revision() == revision;
  }

  /** Whether this trace can go on in a snapshot rather than start anew. */
  public boolean canResume(Snapshot newer) {
    return sameIds(newer) && request.opening() == Opening.CAUSAL && request.rule() != Rule.REACH;
  }

  /**
   * Goes on in a newer snapshot of the same revision; earlier results must not be read any more.
   */
  public TraceResult resume(Snapshot newer) {
    Setting setting = new Setting(newer, request);
    if (pieces != null) {
      pieces.resume(setting, Lift.NONE);
      result = new TableResult(pieces);
    } else if (mixing != null) {
      mixing.resume(setting, Lift.NONE);
      result = new TableResult(mixing);
    }
    return result;
  }
}
