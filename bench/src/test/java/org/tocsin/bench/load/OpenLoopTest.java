package org.tocsin.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  @Test
  void everyPieceHasItsOwnInstantWhateverTheOthersDo() throws InterruptedException {
    Set<Long> instants = new ConcurrentSkipListSet<>();
    OpenLoop loop = OpenLoop.run("test", 1000, Duration.ofMillis(50), (i, at) -> instants.add(at));
    assertThat(instants).hasSize(50);
    Long[] sorted = instants.toArray(Long[]::new);
    assertThat(sorted[49] - sorted[0]).as("49 gaps of a millisecond").isEqualTo(49_000_000L);
    assertThat(loop.failed()).isZero();
  }

  @Test
  void aFailureIsCountedAndKept() throws InterruptedException {
    OpenLoop loop =
        OpenLoop.run(
            "test",
            1000,
            Duration.ofMillis(10),
            (i, at) -> {
              if (i % 2 == 0) {
                throw new IllegalStateException("no");
              }
            });
    assertThat(loop.failed()).isEqualTo(5);
    assertThat(loop.firstFailure()).hasMessage("no");
  }

  @Test
  void latenciesAreKeptInMilliseconds() {
    Latency latency = new Latency("x");
    for (int ms = 1; ms <= 100; ms++) {
      latency.record(ms * 1_000_000L);
    }
    latency.record(-5);
    assertThat(latency.count()).isEqualTo(101);
    assertThat(latency.ms(50)).isBetween(49.9, 51.1);
    assertThat(latency.ms(100)).isBetween(99.9, 100.2);
  }
}
