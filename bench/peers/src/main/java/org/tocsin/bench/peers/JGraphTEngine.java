package org.tocsin.bench.peers;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.opt.graph.sparse.IncomingEdgesSupport;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.tracing.client.FifoWalk;
import org.tocsin.bench.tracing.client.HaircutWalk;
import org.tocsin.bench.tracing.client.Outs;
import org.tocsin.bench.tracing.client.ReachWalk;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Engine;
import org.tocsin.bench.tracing.engine.Question;

/**
 * JGraphT's most compact graph, an edge's number being its payment's id, and arrays beside it for
 * the derived columns. It has no index within an account's edges: whoever wants a later one goes
 * through the earlier ones.
 */
public final class JGraphTEngine implements Engine {
  private static final int BYTES_OF_ARRAYS = 2 * Integer.BYTES + 3 * Long.BYTES;

  private @Nullable Graph<Integer, Integer> graph;
  private int[] to = {};
  private int[] amount = {};
  private long[] outPos = {};
  private long[] inPos = {};
  private long[] balance = {};

  @Override
  public String name() {
    return "JGraphT";
  }

  @Override
  public long load(Dataset dataset, Path folder) throws Exception {
    int size = Math.toIntExact(dataset.payments());
    int[] from = new int[size];
    to = new int[size];
    amount = new int[size];
    outPos = new long[size];
    inPos = new long[size];
    balance = new long[size];
    dataset.forEach(
        (id, payer, payee, fen, second, out, in, bal) -> {
          from[(int) id] = payer;
          to[(int) id] = payee;
          amount[(int) id] = fen;
          outPos[(int) id] = out;
          inPos[(int) id] = in;
          balance[(int) id] = bal;
        });
    System.gc();
    long before = used() - (long) BYTES_OF_ARRAYS * size;
    graph =
        new SparseIntDirectedGraph(
            dataset.accounts(),
            size,
            () -> IntStream.range(0, size).mapToObj(i -> Pair.of(from[i], to[i])),
            IncomingEdgesSupport.NO_INCOMING_EDGES);
    System.gc();
    return used() - before;
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public Answer ask(Question q) throws Exception {
    return switch (q.rule()) {
      case FIFO -> FifoWalk.walk(q, (pieces, walk) -> fifo(q, pieces, walk));
      case HAIRCUT -> HaircutWalk.walk(q, Edges::new);
      case REACH -> ReachWalk.walk(q, this::reach);
    };
  }

  private void fifo(Question q, FifoWalk.Pieces pieces, FifoWalk walk) {
    for (int i = 0; i < pieces.size(); i++) {
      for (int edge : Needed.of(graph).outgoingEdgesOf(pieces.account(i))) {
        if (edge >= q.toId() || outPos[edge] >= pieces.end(i)) {
          break;
        }
        if (outPos[edge] + amount[edge] > pieces.start(i)) {
          walk.payment(pieces, i, to[edge], amount[edge], outPos[edge], inPos[edge]);
        }
      }
    }
  }

  private void reach(int[] accounts, long[] after, long[] before, ReachWalk walk) {
    for (int i = 0; i < accounts.length; i++) {
      for (int edge : Needed.of(graph).outgoingEdgesOf(accounts[i])) {
        if (edge >= before[i]) {
          break;
        }
        if (edge > after[i]) {
          walk.payment(to[edge], edge);
        }
      }
    }
  }

  /** An account's edges after an id. */
  private final class Edges implements Outs {
    private final Iterator<Integer> edges;
    private final long after;
    private final long toId;
    private int edge;

    Edges(int account, long after, long toId) {
      this.edges = Needed.of(graph).outgoingEdgesOf(account).iterator();
      this.after = after;
      this.toId = toId;
    }

    @Override
    public boolean next() {
      while (edges.hasNext()) {
        edge = edges.next();
        if (edge >= toId) {
          return false;
        }
        if (edge > after) {
          return true;
        }
      }
      return false;
    }

    @Override
    public long id() {
      return edge;
    }

    @Override
    public int to() {
      return to[edge];
    }

    @Override
    public long amountFen() {
      return amount[edge];
    }

    @Override
    public long balanceFen() {
      return balance[edge];
    }
  }

  @Override
  public void close() {}
}
