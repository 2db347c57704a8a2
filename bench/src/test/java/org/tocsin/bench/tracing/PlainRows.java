package org.tocsin.bench.tracing;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.bench.tracing.client.ChunkedOuts;
import org.tocsin.bench.tracing.client.FifoWalk;
import org.tocsin.bench.tracing.client.HaircutWalk;
import org.tocsin.bench.tracing.client.ReachWalk;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Question;

/** The clients' algorithms over rows in lists: what an engine is to them, without an engine. */
final class PlainRows {
  private record Row(long id, int to, int fen, long outPos, long inPos, long balance) {}

  private final List<List<Row>> outs = new ArrayList<>();

  PlainRows(Dataset dataset) throws Exception {
    for (int i = 0; i < dataset.accounts(); i++) {
      outs.add(new ArrayList<>());
    }
    dataset.forEach(
        (id, from, to, fen, second, outPos, inPos, balance) ->
            outs.get(from).add(new Row(id, to, fen, outPos, inPos, balance)));
  }

  Answer ask(Question q) throws Exception {
    return switch (q.rule()) {
      case FIFO ->
          FifoWalk.walk(
              q,
              (pieces, walk) -> {
                for (int i = 0; i < pieces.size(); i++) {
                  for (Row r : outs.get(pieces.account(i))) {
                    if (r.id() < q.toId()) {
                      walk.payment(pieces, i, r.to(), r.fen(), r.outPos(), r.inPos());
                    }
                  }
                }
              });
      case HAIRCUT ->
          HaircutWalk.walk(q, (a, after, to) -> new ChunkedOuts(this::fetch, a, after, to));
      case REACH ->
          ReachWalk.walk(
              q,
              (accounts, after, before, walk) -> {
                for (int i = 0; i < accounts.length; i++) {
                  for (Row r : outs.get(accounts[i])) {
                    if (r.id() > after[i] && r.id() < before[i]) {
                      walk.payment(r.to(), r.id());
                    }
                  }
                }
              });
    };
  }

  private void fetch(int account, long after, long toId, int limit, ChunkedOuts into) {
    outs.get(account).stream()
        .filter(r -> r.id() > after && r.id() < toId)
        .limit(limit)
        .forEach(r -> into.add(r.id(), r.to(), r.fen(), r.balance()));
  }
}
