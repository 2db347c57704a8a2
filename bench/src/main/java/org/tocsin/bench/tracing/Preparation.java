package org.tocsin.bench.tracing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.DatasetWriter;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.bench.tracing.engine.Question.Victims;
import org.tocsin.bench.tracing.engine.Questions;
import org.tocsin.bench.tracing.ledger.GeneratedLedger;
import org.tocsin.bench.tracing.ledger.Network;

/**
 * Writes a generated ledger and the questions about it to a folder.
 *
 * @param largestHub payments of the busiest account
 */
record Preparation(
    Dataset dataset, List<Question> questions, List<Network> networks, int largestHub) {
  private static final int AT_LEAST_FEN = 100_000;
  private static final int BUSIEST = 5;
  private static final int LAST_DAYS = 10;

  /** Victims' payments found while the ledger is written. */
  private static final class Found {
    final int[] seconds;
    final int[] degrees;
    final List<Questions.Payment> hub = new ArrayList<>();
    final List<Questions.Payment> any = new ArrayList<>();
    final Map<Long, Questions.Payment> large = new HashMap<>();
    private final int every;
    private int id;

    Found(int size, int accounts, int wanted) {
      this.seconds = new int[size];
      this.degrees = new int[accounts];
      // Every so many, so that they are spread over the whole ledger.
      this.every = Math.max(1, size / wanted / 20);
    }

    void payment(int from, int to, long inPos, int amountFen, int second) {
      seconds[id] = second;
      degrees[from]++;
      degrees[to]++;
      boolean early = second < GeneratedLedger.seconds() - LAST_DAYS * 86_400;
      if (early && from != to && amountFen >= AT_LEAST_FEN) {
        boolean toHub = to < BUSIEST;
        var p =
            new Questions.Payment(
                toHub ? Victims.HUB : Victims.ANY, id, from, to, inPos, amountFen, second);
        if (toHub) {
          hub.add(p);
        } else if (id % every == 0) {
          any.add(p);
        }
        if (amountFen >= 100 * 10_000) {
          large.put((long) id, p);
        }
      }
      id++;
    }
  }

  static Preparation of(Path folder, int size, long seed, int questions) throws IOException {
    GeneratedLedger ledger = new GeneratedLedger(size, seed);
    Found found = new Found(size, ledger.accounts(), questions);
    try (DatasetWriter out =
        new DatasetWriter(
            folder, ledger.accounts(), ledger.hubs(), GeneratedLedger.start().getEpochSecond())) {
      List<Network> networks =
          ledger.write(
              (from, to, amountFen, second) ->
                  found.payment(
                      from, to, out.payment(from, to, amountFen, second), amountFen, second));
      Dataset dataset = out.finish();
      List<Question> asked =
          Questions.of(
              found.seconds,
              List.of(
                  mules(found, networks, questions),
                  spread(found.hub, questions),
                  spread(found.any, questions)),
              questions);
      DatasetWriter.ask(dataset, asked);
      int largest = 0;
      for (int i = 0; i < ledger.hubs(); i++) {
        largest = Math.max(largest, found.degrees[i]);
      }
      return new Preparation(dataset, asked, networks, largest);
    }
  }

  private static List<Questions.Payment> mules(Found found, List<Network> networks, int wanted) {
    List<Questions.Payment> mules = new ArrayList<>();
    for (Network network : networks) {
      for (long report : network.reports()) {
        Questions.Payment p = found.large.get(report);
        if (p != null) {
          mules.add(
              new Questions.Payment(
                  Victims.MULE, p.id(), p.from(), p.to(), p.inPos(), p.amountFen(), p.second()));
        }
      }
    }
    return spread(mules, wanted);
  }

  /** At most a third of the questions, evenly taken. */
  private static List<Questions.Payment> spread(List<Questions.Payment> all, int questions) {
    int wanted = (questions + 2) / 3;
    if (all.size() <= wanted) {
      return all;
    }
    List<Questions.Payment> some = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      some.add(all.get((int) ((long) i * all.size() / wanted)));
    }
    return some;
  }
}
