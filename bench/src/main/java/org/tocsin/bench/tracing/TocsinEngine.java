package org.tocsin.bench.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Engine;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.bench.tracing.ledger.GeneratedLedger;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.Tracer;

/**
 * Tocsin's own engine, through its public calls: what is measured includes the ranked list of
 * accounts, the flows and the check that no fen is lost, which the others need not make.
 */
public final class TocsinEngine implements Engine {
  private static final Map<AccountClass, HubPolicy> FOLLOW = followEverything();

  private @Nullable LedgerStore store;
  private @Nullable Snapshot snapshot;

  @Override
  public String name() {
    return "Tocsin";
  }

  @Override
  public long load(Dataset dataset, Path folder) throws Exception {
    LedgerStore opened = Ledgers.open(folder, StoreOptions.defaults());
    store = opened;
    accounts(opened, dataset.accounts());
    Appending.append(dataset, opened, 0, Math.toIntExact(dataset.payments()));
    opened.seal();
    opened.merge();
    snapshot = opened.snapshot();
    return bytes(folder);
  }

  @Override
  public Answer ask(Question question) {
    return answer(Tracer.trace(snapshot(), request(question)), question.rule());
  }

  @Override
  public void further(Dataset dataset, Path folder, BiConsumer<String, Object> say)
      throws Exception {
    if (store != null) {
      store.close();
      store = null;
    }
    new TocsinOwn(dataset, folder, say).run();
  }

  /** The request that asks the same as a question. */
  static TraceRequest request(Question question) {
    return new TraceRequest(
        List.of(new Report(question.payer(), question.report(), question.amountFen())),
        rule(question.rule()),
        GeneratedLedger.start().plusSeconds(question.untilSecond()),
        question.hops(),
        question.dustFen(),
        FOLLOW,
        Opening.CAUSAL);
  }

  /** What the engines compare. */
  static Answer answer(TraceResult result, Question.Rule rule) {
    List<Holding> holdings = result.accounts();
    int[] accounts = new int[holdings.size()];
    long[] fen = new long[holdings.size()];
    int at = 0;
    for (Holding holding : holdings) {
      accounts[at] = holding.account();
      fen[at++] = rule == Question.Rule.REACH ? 0 : holding.remainingFen();
    }
    return new Answer(accounts, fen, result.totals().dustFen(), result.touched());
  }

  static void accounts(LedgerStore store, int count) {
    for (int i = 0; i < count; i++) {
      int number = store.account(key(i));
      if (number != i) {
        throw new IllegalStateException("account %d got number %d".formatted(i, number));
      }
    }
  }

  /** An account number as long as real ones. */
  static String key(int account) {
    return Long.toString(6_222_020_000_000_000_000L + account);
  }

  static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private Snapshot snapshot() {
    if (snapshot == null) {
      throw new IllegalStateException("nothing is loaded");
    }
    return snapshot;
  }

  private static Rule rule(Question.Rule rule) {
    return switch (rule) {
      case FIFO -> Rule.FIFO;
      case HAIRCUT -> Rule.HAIRCUT;
      case REACH -> Rule.REACH;
    };
  }

  private static Map<AccountClass, HubPolicy> followEverything() {
    Map<AccountClass, HubPolicy> policies = new EnumMap<>(AccountClass.class);
    for (AccountClass type : AccountClass.values()) {
      policies.put(type, HubPolicy.FOLLOW);
    }
    return policies;
  }

  @Override
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }
}
