package org.tocsin.bench.tracing.client;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Question;

/**
 * Whoever can have got any of the money: layer by layer, each account with the earliest payment
 * that reached it so far; each of its payments is looked at once, in the first layer that it can
 * have happened in.
 */
public final class ReachWalk {
  /** An account: the earliest id that reached it, and from which id on it has been looked at. */
  private static final class Reached {
    long id = Long.MAX_VALUE;
    long lookedFrom;
  }

  private final Question question;
  private final Map<Integer, Reached> reached = new HashMap<>();
  private Map<Integer, Reached> next = new HashMap<>();

  /** Finds the payments of a layer. */
  @FunctionalInterface
  public interface Expander {
    /**
     * Calls {@link ReachWalk#payment} for each receiver of a payment with {@code after[i] < id <
     * before[i]} out of account i of at least the question's dust; the earliest for each receiver
     * is enough.
     */
    void expand(int[] accounts, long[] after, long[] before, ReachWalk walk) throws Exception;
  }

  private ReachWalk(Question question) {
    this.question = question;
  }

  /** Traces one payment. */
  public static Answer walk(Question q, Expander expander) throws Exception {
    ReachWalk walk = new ReachWalk(q);
    walk.payment(q.account(), q.report());
    for (int hop = 1; hop < q.hops() && !walk.next.isEmpty(); hop++) {
      Map<Integer, Reached> layer = walk.next;
      walk.next = new HashMap<>();
      layer.remove(q.payer());
      int[] accounts = new int[layer.size()];
      long[] after = new long[accounts.length];
      long[] before = new long[accounts.length];
      int at = 0;
      for (Map.Entry<Integer, Reached> entry : layer.entrySet()) {
        Reached r = entry.getValue();
        accounts[at] = entry.getKey();
        after[at] = r.id;
        before[at++] = r.lookedFrom;
        r.lookedFrom = r.id + 1;
      }
      expander.expand(accounts, after, before, walk);
    }
    return walk.answer();
  }

  /** A payment reaches an account. */
  public void payment(int to, long id) {
    Reached r = reached.get(to);
    if (r == null) {
      r = new Reached();
      r.lookedFrom = question.toId();
      reached.put(to, r);
    }
    if (id < r.id) {
      r.id = id;
      next.put(to, r);
    }
  }

  private Answer answer() {
    int[] accounts = reached.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Answer(accounts, new long[accounts.length], 0, -1);
  }
}
