package org.tocsin.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.tracing.OriginResult.Kind;

/** Backwards by FIFO, against queues of single labelled fen. */
class OriginsTest {
  @Test
  void findsTheOpeningAndWhatCameFromOutside() {
    LedgerStore store = Ledgers.inMemory();
    store.describe(store.account("A"), AccountClass.PERSONAL, 100);
    store.append(Payments.of("A -130-> B 10:00 | B -30-> C 10:05 | D -5-> B 10:06"));
    Snapshot snapshot = store.snapshot();
    OriginResult result = Origins.of(snapshot, OriginRequest.of(store.account("B")));
    assertThat(result.askedFen()).isEqualTo(105);
    // C got A's first 30; B keeps 70 of A's opening, the 30 that A did not have, and D's 5.
    assertThat(result.sources())
        .containsExactlyInAnyOrder(
            new OriginResult.Source(store.account("A"), Kind.OPENING, 70),
            new OriginResult.Source(store.account("A"), Kind.UNKNOWN, 30),
            new OriginResult.Source(store.account("D"), Kind.UNKNOWN, 5));
    OriginRequest newest = new OriginRequest(store.account("B"), 5, null, 0, 0);
    assertThat(Origins.of(snapshot, newest).sources())
        .containsExactly(new OriginResult.Source(store.account("D"), Kind.UNKNOWN, 5));
    assertThatThrownBy(
            () -> Origins.of(snapshot, new OriginRequest(store.account("B"), 106, null, 0, 0)))
        .hasMessageContaining("that has 105");
  }

  @Test
  void agreesWithQueuesOfSingleFen() {
    for (long seed = 1; seed <= 60; seed++) {
      List<Payment> payments = small(Payments.random(seed, 60, 6));
      LedgerStore store = Ledgers.inMemory();
      store.describe(store.account("a1"), AccountClass.PERSONAL, 40);
      store.append(payments);
      Map<String, Deque<String>> queues = new HashMap<>();
      queues.put("a1", new ArrayDeque<>());
      for (int i = 0; i < 40; i++) {
        queues.get("a1").add("a1 OPENING");
      }
      Snapshot snapshot = store.snapshot();
      for (long id = 0; id < snapshot.payments(); id++) {
        pay(queues, snapshot, snapshot.payment(id));
      }
      queues.forEach((account, fen) -> agree(snapshot, account, fen));
    }
  }

  private static List<Payment> small(List<Payment> payments) {
    return payments.stream()
        .map(
            p ->
                new Payment(
                    p.from(), p.to(), 1 + p.amountFen() % 50, p.at(), p.serial(), p.order()))
        .toList();
  }

  private static void pay(
      Map<String, Deque<String>> queues, Snapshot snapshot, PaymentView payment) {
    String from = snapshot.key(payment.from());
    Deque<String> sender = queues.computeIfAbsent(from, key -> new ArrayDeque<>());
    Deque<String> paid = new ArrayDeque<>();
    for (long fen = 0; fen < payment.amountFen(); fen++) {
      paid.add(sender.isEmpty() ? from + " UNKNOWN" : sender.remove());
    }
    queues.computeIfAbsent(snapshot.key(payment.to()), key -> new ArrayDeque<>()).addAll(paid);
  }

  private static void agree(Snapshot snapshot, String account, Deque<String> fen) {
    Map<String, Long> expected = new TreeMap<>();
    fen.forEach(origin -> expected.merge(origin, 1L, Long::sum));
    Map<String, Long> found = new TreeMap<>();
    OriginResult result =
        Origins.of(snapshot, OriginRequest.of(snapshot.find(account).orElseThrow()));
    result.sources().forEach(s -> found.put(snapshot.key(s.account()) + " " + s.kind(), s.fen()));
    assertThat(found).as(account).isEqualTo(expected);
  }
}
