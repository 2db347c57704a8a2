package org.tocsin.bench.tracing.client;

import java.util.Arrays;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Holdings;
import org.tocsin.bench.tracing.engine.Question;

/**
 * First in, first out over the derived columns: the money is an interval of an account's cumulative
 * inflow, and leaves with the payments that cover the same interval of its cumulative outflow. Goes
 * layer by layer, so that an engine is asked once for all pieces of a layer.
 */
public final class FifoWalk {
  private final Question question;
  private final Holdings holdings = new Holdings();
  private Pieces next = new Pieces();
  private long dust;
  private long touched;

  /** Pieces of one layer: whose, from, to (exclusive) in the account's cumulative inflow. */
  public static final class Pieces {
    private int[] accounts = new int[16];
    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private int size;

    void add(int account, long start, long end) {
      if (size == accounts.length) {
        accounts = Arrays.copyOf(accounts, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      accounts[size] = account;
      starts[size] = start;
      ends[size++] = end;
    }

    public int size() {
      return size;
    }

    public int account(int i) {
      return accounts[i];
    }

    public long start(int i) {
      return starts[i];
    }

    public long end(int i) {
      return ends[i];
    }
  }

  /** Finds the payments of a layer. */
  @FunctionalInterface
  public interface Expander {
    /**
     * Calls {@link FifoWalk#payment} for each payment out of each piece's account whose outflow
     * overlaps the piece and whose id is below the window's end.
     */
    void expand(Pieces pieces, FifoWalk walk) throws Exception;
  }

  private FifoWalk(Question question) {
    this.question = question;
  }

  /** Traces one payment. */
  public static Answer walk(Question q, Expander expander) throws Exception {
    FifoWalk walk = new FifoWalk(q);
    walk.holdings.add(q.account(), q.amountFen());
    walk.next.add(q.account(), q.inPos(), q.inPos() + q.amountFen());
    while (walk.next.size > 0) {
      Pieces layer = walk.next;
      walk.next = new Pieces();
      expander.expand(layer, walk);
    }
    return walk.holdings.answer(walk.dust, walk.touched);
  }

  /** Takes what a payment carries of a piece. */
  public void payment(Pieces pieces, int piece, int to, long amountFen, long outPos, long inPos) {
    long from = Math.max(pieces.starts[piece], outPos);
    long end = Math.min(pieces.ends[piece], outPos + amountFen);
    long fen = end - from;
    if (fen <= 0) {
      return;
    }
    touched++;
    holdings.add(pieces.accounts[piece], -fen);
    if (to == question.payer()) {
      holdings.add(to, fen);
    } else if (fen < question.dustFen()) {
      dust += fen;
    } else {
      holdings.add(to, fen);
      next.add(to, inPos + from - outPos, inPos + end - outPos);
    }
  }
}
