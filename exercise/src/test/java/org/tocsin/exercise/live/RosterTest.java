package org.tocsin.exercise.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watches change at 8 and at 20 by the city's clock, also around midnight. */
class RosterTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-06T00:00:00Z, 2026-03-06T00:00:00Z",
    "2026-03-05T23:59:59Z, 2026-03-05T12:00:00Z",
    "2026-03-06T11:59:59Z, 2026-03-06T00:00:00Z",
    "2026-03-06T12:00:00Z, 2026-03-06T12:00:00Z",
    "2026-03-06T16:30:00Z, 2026-03-06T12:00:00Z",
  })
  void aWatchBeganWhereItShould(String now, String begun) {
    assertThat(Roster.begin(Instant.parse(now))).isEqualTo(Instant.parse(begun));
  }
}
