package org.tocsin.tracing.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Payment;

class FindingsTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final Pattern PAYMENT = Pattern.compile("(\\w+) -(\\d+)-> (\\w+)(?: \\+(\\d+)m)?");

  /**
   * {@code "A -5000-> B | B -4900-> C +10m"}: yuan, minutes after the payment before (default 1).
   */
  private static LedgerStore ledger(String text) {
    LedgerStore store = Ledgers.inMemory();
    var payments = new ArrayList<Payment>();
    Instant at = START;
    Matcher m = PAYMENT.matcher(text);
    while (m.find()) {
      at = at.plus(Duration.ofMinutes(m.group(4) == null ? 1 : Long.parseLong(m.group(4))));
      payments.add(Payment.of(m.group(1), m.group(3), Long.parseLong(m.group(2)) * 100, at));
    }
    store.append(payments);
    return store;
  }

  private static List<String> found(LedgerStore store) {
    try (store) {
      var snapshot = store.snapshot();
      var findings =
          Findings.around(
              snapshot,
              Findings.everyAccount(snapshot),
              snapshot.payments(),
              FindingLimits.usual(),
              done -> {});
      return findings.findings().stream()
          .map(
              f ->
                  f.kind()
                      + " "
                      + snapshot.key(f.account())
                      + " "
                      + f.fen() / 100
                      + " "
                      + f.payments())
          .toList();
    }
  }

  @Test
  void moneyThatLeavesAtOnceIsFoundAndMoneyThatStaysIsNot() {
    assertThat(found(ledger("A -5000-> B | B -4900-> C +30m")))
        .containsExactly("FAST_IN_FAST_OUT B 4900 [0, 1]");
    assertThat(found(ledger("A -5000-> B | B -4900-> C +121m"))).as("a minute too late").isEmpty();
    assertThat(found(ledger("A -5000-> B | B -4000-> C +30m"))).as("four fifths only").isEmpty();
    assertThat(found(ledger("X -9000-> B | A -5000-> B +600m | B -4900-> C +30m")))
        .as("it was other, older money that left")
        .isEmpty();
  }

  @Test
  void moneyThatComesBackIsACycleAndARefundIsNot() {
    assertThat(found(ledger("A -5000-> B | B -4000-> C +200m | C -3800-> A +300m")))
        .containsExactly("CYCLE A 3800 [0, 1, 2]");
    assertThat(found(ledger("A -5000-> B | B -5000-> A +200m"))).isEmpty();
    assertThat(found(ledger("C -3800-> A | B -4000-> C +200m | A -5000-> B +300m")))
        .as("against time")
        .isEmpty();
    assertThat(found(ledger("A -5000-> B | B -2000-> C +200m | C -1900-> A +300m")))
        .as("too little came back")
        .isEmpty();
  }

  @Test
  void scatteringAndGathering() {
    var scatter = new StringBuilder();
    var gather = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      scatter.append("S -2000-> m").append(i).append(" | ");
      gather.append("m").append(i).append(" -1900-> D +200m | ");
    }
    assertThat(found(ledger(scatter.toString() + gather)))
        .containsExactly("SCATTER_GATHER S 7600 [0, 1, 2, 3, 4, 5, 6, 7]");
    assertThat(found(ledger(scatter.substring(0, scatter.length() - 15) + gather)))
        .as("three ways only")
        .noneMatch(f -> f.startsWith("SCATTER"));
    assertThat(
            found(
                ledger(
                    "a -500-> H | b -500-> H | c -500-> H | d -500-> H | H -400-> w +300m | H -400-> x | H -400-> y | H -400-> z")))
        .containsExactly("GATHER_SCATTER H 1600 [0, 1, 2, 3, 4, 5, 6, 7]");
  }

  @Test
  void paymentsJustBelowAThreshold() {
    assertThat(
            found(
                ledger("A -49000-> b | A -49500-> c +60m | A -48000-> d +60m | A -49900-> e +60m")))
        .containsExactly("STRUCTURING A 196400 [0, 1, 2, 3]");
    assertThat(
            found(
                ledger("A -49000-> b | A -50000-> c +60m | A -48000-> d +60m | A -49900-> e +60m")))
        .as("one is not below")
        .isEmpty();
    assertThat(
            found(
                ledger(
                    "A -49000-> b | A -49500-> c +900m | A -48000-> d +900m | A -49900-> e +900m")))
        .as("over three days")
        .isEmpty();
  }

  @Test
  void hubsAndBusyAccountsAreCountedNotSearched() {
    try (LedgerStore store = ledger("A -5000-> B | B -4900-> C +30m")) {
      store.describe(store.account("B"), AccountClass.MERCHANT, Account.UNKNOWN);
      var snapshot = store.snapshot();
      var findings =
          Findings.around(
              snapshot,
              Findings.everyAccount(snapshot),
              snapshot.payments(),
              FindingLimits.usual(),
              done -> {});
      assertThat(findings.findings()).isEmpty();
      assertThat(findings.passedOver()).isEqualTo(1);
      assertThat(findings.looked()).isEqualTo(2);
    }
  }
}
