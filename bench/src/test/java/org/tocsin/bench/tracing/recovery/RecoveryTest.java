package org.tocsin.bench.tracing.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.tracing.recovery.AmlWorld.Planted;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;

class RecoveryTest {
  private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  @Test
  void countsWhatIsFoundAndWhatIsNot() {
    Report report = new Report("x", "y");
    try (LedgerStore store = Ledgers.inMemory()) {
      for (int i = 0; i < 6; i++) {
        store.account("a" + i);
      }
      // 0 is the victim; 1, 2 and 5 are the pattern, 3 a bystander who got a share.
      store.append(0, 1, 100_000, START);
      store.append(1, 2, 70_000, START + 1000);
      store.append(1, 3, 30_000, START + 2000);
      Scoring scoring = new Scoring(store.snapshot());
      scoring.score(
          List.of(
              new Case(
                  "TEST",
                  new int[] {1, 2, 5},
                  List.of(new Case.Entry(0, 0, 1, 100_000)),
                  Instant.ofEpochMilli(START + 10_000))));
      scoring.add(report, "t", "t");
    }
    var row = report.json().path("t").path(0);
    assertThat(row.path("accounts").asInt()).isEqualTo(3);
    assertThat(row.path("recovered_percent").asDouble()).isBetween(66.0, 67.0);
    assertThat(row.path("whole_percent").asDouble()).isZero();
    assertThat(row.path("false_median").asInt()).isEqualTo(1);
  }

  @Test
  void reportsWhereMoneyEntersAPattern() {
    Planted first = new Planted(0, 1, 2, 100, 0);
    Planted second = new Planted(0, 2, 3, 100, 1);
    Planted other = new Planted(0, 4, 3, 100, 2);
    assertThat(AmlWorld.entries(List.of(first, second, other))).containsExactly(first, other);
  }

  @Test
  void findsOwnNetworksAgain() throws IOException {
    Report report = new Report("x", "y");
    new Recovery(report, 40_000, 3).ownOnly();
    var rows = report.json().path("recovery_own");
    assertThat(rows.size()).isGreaterThan(10);
    double recovered =
        rows.valueStream()
            .mapToDouble(r -> r.path("recovered_percent").asDouble())
            .average()
            .orElse(0);
    assertThat(recovered).isGreaterThan(50);
  }
}
