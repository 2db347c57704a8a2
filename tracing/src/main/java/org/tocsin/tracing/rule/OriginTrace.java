package org.tocsin.tracing.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.OriginRequest;
import org.tocsin.tracing.OriginResult;
import org.tocsin.tracing.OriginResult.Kind;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.store.Balances;

/**
 * FIFO backwards: an interval of an account's inflow is covered by payments into it, whose own fen
 * were an interval of their sender's outflow and so of the sender's inflow. Gaps between payments
 * are the opening balance and unknown money.
 */
public final class OriginTrace {
  /** Fen of an account's inflow whose origin is sought. */
  private record Piece(int account, long begin, long end, int tier) {}

  private final Snapshot snapshot;
  private final OriginRequest request;
  private final InCursor ins;
  private final int hops;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Map<Integer, Map<Kind, Long>> sources = new TreeMap<>();
  private final Map<Long, OriginResult.Step> steps = new TreeMap<>();

  /** For one question; run once. */
  public OriginTrace(Snapshot snapshot, OriginRequest request) {
    this.snapshot = snapshot;
    this.request = request;
    this.ins = snapshot.ins();
    this.hops = request.hops() == 0 ? Integer.MAX_VALUE : request.hops();
  }

  /** Follows until every fen has an origin. */
  public OriginResult run() {
    Instant until = request.until();
    long toId = until == null ? snapshot.payments() : snapshot.idAt(until);
    long paid = snapshot.outflow(request.account(), toId);
    long balance = new Balances(snapshot).at(request.account(), toId);
    long asked = request.fen() == 0 ? balance : request.fen();
    if (asked > balance) {
      throw new IllegalArgumentException(
          "asked for %d fen of an account that has %d".formatted(asked, balance));
    }
    long end = paid + balance;
    pieces.add(new Piece(request.account(), end - asked, end, 1));
    while (!pieces.isEmpty()) {
      follow(pieces.remove());
    }
    List<OriginResult.Source> found = new ArrayList<>();
    sources.forEach(
        (account, kinds) ->
            kinds.forEach((kind, fen) -> found.add(new OriginResult.Source(account, kind, fen))));
    return new OriginResult(asked, found, List.copyOf(steps.values()));
  }

  /** Covers a piece with payments into its account; what lies between them came from nowhere. */
  private void follow(Piece piece) {
    long at = piece.begin();
    boolean more = ins.seekPos(piece.account(), at) || ins.seekId(piece.account(), 0);
    while (more && at < piece.end() && ins.inPos() < piece.end()) {
      long begin = ins.inPos();
      long end = begin + ins.amount();
      if (begin > at) {
        fromNowhere(piece.account(), at, begin);
        at = begin;
      }
      if (end > at) {
        long taken = Math.min(end, piece.end()) - at;
        follow(piece, at - begin, taken);
        at += taken;
      }
      more = ins.next();
    }
    fromNowhere(piece.account(), at, piece.end());
  }

  /** A payment at the cursor brought fen of a piece; they were its own from a place on. */
  private void follow(Piece piece, long place, long fen) {
    int from = ins.from();
    OriginResult.Step step =
        new OriginResult.Step(
            ins.id(),
            from,
            piece.account(),
            ins.amount(),
            fen,
            snapshot.at(ins.id()),
            piece.tier());
    steps.merge(step.paymentId(), step, OriginTrace::sum);
    if (piece.tier() >= hops) {
      add(from, Kind.HOPS, fen);
    } else if (fen < request.dustFen()) {
      add(from, Kind.DUST, fen);
    } else {
      long begin = ins.outPos() + place;
      pieces.add(new Piece(from, begin, begin + fen, piece.tier() + 1));
    }
  }

  private static OriginResult.Step sum(OriginResult.Step a, OriginResult.Step b) {
    return new OriginResult.Step(
        a.paymentId(),
        a.from(),
        a.to(),
        a.amountFen(),
        a.tracedFen() + b.tracedFen(),
        a.at(),
        Math.min(a.tier(), b.tier()));
  }

  private void fromNowhere(int account, long begin, long end) {
    if (end > begin) {
      long opening = Math.max(0, snapshot.account(account).openingFen());
      long opened = Math.max(0, Math.min(end, opening) - begin);
      add(account, Kind.OPENING, opened);
      add(account, Kind.UNKNOWN, end - begin - opened);
    }
  }

  private void add(int account, Kind kind, long fen) {
    if (fen > 0) {
      sources
          .computeIfAbsent(account, key -> new EnumMap<>(Kind.class))
          .merge(kind, fen, Long::sum);
    }
  }
}
