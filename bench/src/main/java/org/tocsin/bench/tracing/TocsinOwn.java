package org.tocsin.bench.tracing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.tocsin.bench.tracing.engine.ColdCaches;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.Tracer;

/** What is measured of Tocsin alone: memory, reopening, reading, batches, threads. */
final class TocsinOwn {
  private static final int BATCH = 1000;
  private static final int LIVE = 2_000_000;

  private final Dataset dataset;
  private final Path folder;
  private final BiConsumer<String, Object> say;
  private final ColdCaches caches = new ColdCaches();

  TocsinOwn(Dataset dataset, Path folder, BiConsumer<String, Object> say) {
    this.dataset = dataset;
    this.folder = folder;
    this.say = say;
  }

  void run() throws Exception {
    say.accept("line_ns", MemoryLatency.nanos());
    long start = System.nanoTime();
    try (LedgerStore store = Ledgers.open(folder, StoreOptions.defaults())) {
      Snapshot snapshot = store.snapshot();
      say.accept("open_s", seconds(start));
      read(snapshot);
      for (Question.Rule rule : List.of(Question.Rule.FIFO, Question.Rule.HAIRCUT)) {
        List<TraceRequest> requests = requests(rule);
        batch(snapshot, requests, rule.text());
        if (rule == Question.Rule.FIFO) {
          threads(snapshot, requests);
        }
      }
    }
    live();
    CsvImport.run(dataset, folder.resolveSibling("rows.csv"), say);
    new Appending(dataset, folder.resolveSibling("tocsin-append"), say).run();
  }

  /** All payments, each looked at. */
  private void read(Snapshot snapshot) {
    long start = System.nanoTime();
    long[] sum = new long[1];
    snapshot.forEach(
        (id, from, to, amountFen, atMillis, outPos, inPos, bal) -> sum[0] += amountFen ^ inPos);
    double seconds = seconds(start);
    say.accept("read_per_s", dataset.payments() / seconds);
    say.accept("read_sum", sum[0]);
  }

  private List<TraceRequest> requests(Question.Rule rule) throws Exception {
    List<Question> questions = dataset.questions().stream().filter(q -> q.rule() == rule).toList();
    List<TraceRequest> requests = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      requests.add(TocsinEngine.request(questions.get(i % questions.size())));
    }
    return requests;
  }

  /** One after the other against all at once, both with cold caches, the better of three each. */
  private void batch(Snapshot snapshot, List<TraceRequest> requests, String rule) {
    double single = Double.MAX_VALUE;
    double batch = Double.MAX_VALUE;
    double both = Double.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      caches.overwrite();
      long start = System.nanoTime();
      List<TraceResult> one = requests.stream().map(r -> Tracer.trace(snapshot, r)).toList();
      single = Math.min(single, seconds(start));
      caches.overwrite();
      start = System.nanoTime();
      List<TraceResult> all = Tracer.batch(snapshot, requests, 1);
      batch = Math.min(batch, seconds(start));
      caches.overwrite();
      start = System.nanoTime();
      Tracer.batch(snapshot, requests, 2);
      both = Math.min(both, seconds(start));
      same(one, all);
    }
    say.accept("batch_single_ms_" + rule, single * 1e3);
    say.accept("batch_ms_" + rule, batch * 1e3);
    say.accept("batch_two_threads_ms_" + rule, both * 1e3);
  }

  private static void same(List<TraceResult> one, List<TraceResult> all) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).totals().equals(all.get(i).totals())) {
        throw new IllegalStateException("batch differs from single at trace " + i);
      }
    }
  }

  /** The same traces by one thread and by two, each taking the next. */
  private void threads(Snapshot snapshot, List<TraceRequest> requests) throws InterruptedException {
    for (int threads = 1; threads <= 2; threads++) {
      AtomicInteger next = new AtomicInteger();
      List<Thread> all = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < threads; i++) {
        all.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int n = next.getAndIncrement();
                          n < 10 * BATCH;
                          n = next.getAndIncrement()) {
                        Tracer.trace(snapshot, requests.get(n % BATCH));
                      }
                    }));
      }
      for (Thread thread : all) {
        thread.join();
      }
      say.accept("traces_per_s_" + threads, 10 * BATCH / seconds(start));
    }
  }

  /** Heap that payments take before they are sealed. */
  private void live() throws Exception {
    int count = (int) Math.min(LIVE, dataset.payments());
    try (LedgerStore store = Ledgers.inMemory()) {
      TocsinEngine.accounts(store, dataset.accounts());
      long named = used();
      Appending.append(dataset, store, 0, count);
      Snapshot snapshot = store.snapshot();
      say.accept("live_bytes", (used() - named) / (double) count);
      say.accept("live_payments", snapshot.payments());
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
