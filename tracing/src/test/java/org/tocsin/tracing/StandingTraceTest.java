package org.tocsin.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A standing trace says after every change what a new trace would say. */
class StandingTraceTest {
  private static void same(TraceResult standing, TraceResult anew) {
    assertThat(standing.totals()).isEqualTo(anew.totals());
    assertThat(standing.accounts()).isEqualTo(anew.accounts());
    assertThat(standing.flows()).isEqualTo(anew.flows());
    assertThat(standing.cuts()).isEqualTo(anew.cuts());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void updatesAgreeWithTracingAnew(Rule rule) {
    for (long seed = 1; seed <= 12; seed++) {
      List<Payment> payments = Payments.random(seed, 400, 40);
      LedgerStore store = Ledgers.inMemory();
      store.describe(store.account("a2"), AccountClass.PAYMENT_INSTITUTION, Account.UNKNOWN);
      store.append(payments.subList(0, 100));
      Snapshot first = store.snapshot();
      var policies = new java.util.EnumMap<>(HubPolicy.defaults());
      policies.put(
          AccountClass.PAYMENT_INSTITUTION,
          seed % 2 == 0 ? HubPolicy.PASS_THROUGH : HubPolicy.FOLLOW);
      TraceRequest request =
          TraceRequest.of(rule, Report.of(first.payment(10)), Report.of(first.payment(40)))
              .withHubs(policies)
              .withHops(seed % 3 == 0 ? 4 : 0)
              .withDust(seed % 4 == 0 ? 50 : 0)
              .withOpening(seed % 5 == 0 ? Opening.BOTH : Opening.CAUSAL);
      StandingTrace standing = new StandingTrace(first, request);
      for (int i = 100; i < 400; i += 75) {
        store.append(payments.subList(i, i + 75));
        Snapshot now = store.snapshot();
        same(standing.update(now), Tracer.trace(now, request));
      }
    }
  }

  @Test
  void aLatePaymentIsTakenIntoAccount() {
    LedgerStore store = Ledgers.inMemory();
    store.append(Payments.of("V -500-> A 10:00 | A -500-> B 10:10 | B -500-> C 10:20"));
    Snapshot first = store.snapshot();
    StandingTrace standing =
        new StandingTrace(first, TraceRequest.of(Rule.FIFO, Report.of(first.payment(0))));
    assertThat(standing.result().accounts().getFirst().account()).isEqualTo(store.account("C"));
    store.append(Payments.of("X -200-> A 09:00 | A -300-> D 10:05"));
    TraceResult result = standing.update(store.snapshot());
    // A now has 200 of X first: D gets 200 of X's and 100 traced, B the other 400.
    assertThat(
            result.accounts().stream()
                .map(h -> store.snapshot().key(h.account()) + h.remainingFen()))
        .containsExactlyInAnyOrder("D100", "C400");
  }
}
