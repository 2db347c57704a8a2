package org.tocsin.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces run side by side find what they find one by one. */
class BatchTest {
  @TempDir private Path folder;

  @Test
  void aBatchAgreesWithSingleTraces() {
    try (LedgerStore store = Ledgers.open(folder, StoreOptions.defaults())) {
      store.describe(store.account("a0"), AccountClass.EXCHANGE, Account.UNKNOWN);
      List<Payment> payments = Payments.random(21, 3000, 120);
      store.append(payments.subList(0, 1500));
      store.seal();
      store.append(payments.subList(1500, 3000));
      Snapshot snapshot = store.snapshot();
      List<TraceRequest> requests = new ArrayList<>();
      for (int id = 0; id < 3000; id += 7) {
        Report report = Report.of(snapshot.payment(id));
        Rule rule = id % 5 == 0 ? Rule.HAIRCUT : Rule.FIFO;
        requests.add(TraceRequest.of(rule, report).withDust(30).withHops(id % 3 == 0 ? 5 : 0));
      }
      List<TraceResult> together = Tracer.batch(snapshot, requests, 2);
      assertThat(together).hasSameSizeAs(requests);
      for (int i = 0; i < requests.size(); i++) {
        TraceResult alone = Tracer.trace(snapshot, requests.get(i));
        assertThat(together.get(i).request()).isSameAs(requests.get(i));
        assertThat(together.get(i).totals()).isEqualTo(alone.totals());
        assertThat(together.get(i).flows()).isEqualTo(alone.flows());
        assertThat(together.get(i).accounts()).isEqualTo(alone.accounts());
      }
    }
  }
}
