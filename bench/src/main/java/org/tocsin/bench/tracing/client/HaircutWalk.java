package org.tocsin.bench.tracing.client;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Question;

/**
 * Pro rata in whole fen: all payments of accounts that hold some of the money, in the order in
 * which they happened; of a payment A out of a balance B that holds T of it, ⌊T·A/B⌋ goes along.
 */
public final class HaircutWalk {
  private HaircutWalk() {}

  /** An account that money has come to. */
  private static final class Holder {
    final Outs outs;
    long fen;
    boolean queued;
    boolean ended;

    Holder(Outs outs) {
      this.outs = outs;
    }

    /** To its first payment after an id. */
    void advance(long after, PriorityQueue<Holder> queue) throws Exception {
      if (ended || queued) {
        return;
      }
      while (!started || outs.id() <= after) {
        started = true;
        if (!outs.next()) {
          ended = true;
          return;
        }
      }
      queued = true;
      queue.add(this);
    }

    private boolean started;
  }

  /** Traces one payment. */
  public static Answer walk(Question q, Outs.Source source) throws Exception {
    PriorityQueue<Holder> queue =
        new PriorityQueue<>((a, b) -> Long.compare(a.outs.id(), b.outs.id()));
    Map<Integer, Holder> holders = new HashMap<>();
    long returned = 0;
    long dust = 0;
    long touched = 0;
    arrive(q.account(), q.amountFen(), q.report(), q.toId(), source, holders, queue);
    for (Holder from = queue.poll(); from != null; from = queue.poll()) {
      from.queued = false;
      Outs p = from.outs;
      long id = p.id();
      long carried = from.fen * p.amountFen() / p.balanceFen();
      if (carried > 0) {
        touched++;
        from.fen -= carried;
        if (p.to() == q.payer()) {
          returned += carried;
        } else if (carried < q.dustFen()) {
          dust += carried;
        } else {
          arrive(p.to(), carried, id, q.toId(), source, holders, queue);
        }
      }
      if (from.fen > 0) {
        from.advance(id, queue);
      }
    }
    return answer(q, holders, returned, dust, touched);
  }

  private static void arrive(
      int account,
      long fen,
      long id,
      long toId,
      Outs.Source source,
      Map<Integer, Holder> holders,
      PriorityQueue<Holder> queue)
      throws Exception {
    Holder holder = holders.get(account);
    if (holder == null) {
      holder = new Holder(source.open(account, id, toId));
      holders.put(account, holder);
    }
    holder.fen += fen;
    holder.advance(id, queue);
  }

  private static Answer answer(
      Question q, Map<Integer, Holder> holders, long returned, long dust, long touched) {
    int[] accounts = new int[holders.size() + 1];
    long[] fen = new long[accounts.length];
    int at = 0;
    for (Map.Entry<Integer, Holder> entry : holders.entrySet()) {
      accounts[at] = entry.getKey();
      fen[at++] = entry.getValue().fen;
    }
    accounts[at] = q.payer();
    fen[at] = returned;
    return new Answer(accounts, fen, dust, touched);
  }
}
