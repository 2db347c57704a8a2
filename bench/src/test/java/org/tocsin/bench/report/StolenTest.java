package org.tocsin.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StolenTest {
  @Test
  void aThirdOfTheWishedTimeWentToOthers() {
    Stolen before = Stolen.of("cpu  100 0 50 1000 10 0 0 20 0 0");
    Stolen after = Stolen.of("cpu  150 0 60 5000 10 0 0 50 0 0");
    assertThat(after.shareSince(before)).isEqualTo(30.0 / 90.0);
  }

  @Test
  void aSystemThatDoesNotTellStealsNothing() {
    assertThat(Stolen.of("").shareSince(Stolen.of("intr 5"))).isZero();
  }
}
