package org.tocsin.bench.tracing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.StoreOptions;
import org.tocsin.tracing.Tracer;

/**
 * Half of the ledger is there; the other half comes in through the log while somebody traces. The
 * reader takes a new snapshot for each trace and must get what it got when nobody wrote.
 */
final class Appending {
  private final Dataset dataset;
  private final Path folder;
  private final BiConsumer<String, Object> say;
  private final List<Answer.Digest> expected = new ArrayList<>();
  private List<Question> questions = List.of();

  Appending(Dataset dataset, Path folder, BiConsumer<String, Object> say) {
    this.dataset = dataset;
    this.folder = folder;
    this.say = say;
  }

  void run() throws Exception {
    int half = (int) (dataset.payments() / 2);
    questions =
        dataset.questions().stream()
            .filter(q -> q.rule() == Question.Rule.FIFO && q.toId() < half)
            .toList();
    try (LedgerStore store = Ledgers.open(folder, StoreOptions.defaults())) {
      TocsinEngine.accounts(store, dataset.accounts());
      append(dataset, store, 0, half);
      for (Question q : questions) {
        expected.add(answer(store, q));
      }
      Histogram idle = idle(store);
      Histogram busy = new Histogram(3);
      AtomicBoolean done = new AtomicBoolean();
      Thread reader = Thread.ofPlatform().start(() -> readUntil(store, busy, done));
      long start = System.nanoTime();
      append(dataset, store, half, (int) dataset.payments());
      double seconds = TocsinOwn.seconds(start);
      done.set(true);
      reader.join();
      say.accept("append_per_s", (dataset.payments() - half) / seconds);
      tell("reader_idle", idle);
      tell("reader_busy", busy);
    }
  }

  private Histogram idle(LedgerStore store) {
    Histogram idle = new Histogram(3);
    for (int round = 0; round < 20; round++) {
      read(store, idle);
    }
    idle.reset();
    for (int round = 0; round < 20; round++) {
      read(store, idle);
    }
    return idle;
  }

  private void readUntil(LedgerStore store, Histogram times, AtomicBoolean done) {
    while (!done.get()) {
      read(store, times);
    }
  }

  private void read(LedgerStore store, Histogram times) {
    for (int i = 0; i < questions.size(); i++) {
      long start = System.nanoTime();
      Answer.Digest found = answer(store, questions.get(i));
      times.recordValue(System.nanoTime() - start);
      if (!found.equals(expected.get(i))) {
        throw new IllegalStateException("the reader got another answer while others wrote");
      }
    }
  }

  private static Answer.Digest answer(LedgerStore store, Question q) {
    var result = Tracer.trace(store.snapshot(), TocsinEngine.request(q));
    return TocsinEngine.answer(result, q.rule()).digest(q.rule());
  }

  private void tell(String name, Histogram times) {
    say.accept(name + "_count", times.getTotalCount());
    say.accept(name + "_p50_ms", times.getValueAtPercentile(50) / 1e6);
    say.accept(name + "_p99_ms", times.getValueAtPercentile(99) / 1e6);
  }

  /** Appends payments with ids from (included) to (excluded) and waits until they are on disk. */
  static void append(Dataset dataset, LedgerStore store, int from, int to) throws Exception {
    long startMillis = dataset.startEpochSecond() * 1000;
    long[] position = {0};
    dataset.forEach(
        from,
        to,
        (id, payer, payee, amountFen, second, outPos, inPos, balance) ->
            position[0] = store.append(payer, payee, amountFen, startMillis + second * 1000L));
    store.sync(position[0]);
  }
}
