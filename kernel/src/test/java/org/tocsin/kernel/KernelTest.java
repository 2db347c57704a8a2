package org.tocsin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.StateTable.Transition;

class KernelTest {
  @Test
  void idsAreOfVersionSevenUniqueAndAscending() {
    Set<UUID> seen = new HashSet<>();
    UUID last = Ids.next();
    for (int i = 0; i < 10_000; i++) {
      UUID id = Ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(Long.compareUnsigned(id.getMostSignificantBits(), last.getMostSignificantBits()))
          .isPositive();
      assertThat(seen.add(id)).isTrue();
      last = id;
    }
  }

  @Test
  void distanceOfOneDegreeOfLatitude() {
    assertThat(new Point(36, 103).distanceTo(new Point(37, 103))).isBetween(111_100.0, 111_300.0);
    assertThatThrownBy(() -> new Point(91, 0)).hasMessageContaining("−90 to 90");
    assertThatThrownBy(() -> new Point(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gcj02GoesThereAndBack() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      Point wgs = new Point(20 + random.nextDouble() * 25, 80 + random.nextDouble() * 50);
      Point gcj = Gcj02.fromWgs84(wgs.lat(), wgs.lon());
      assertThat(gcj.distanceTo(wgs)).isBetween(10.0, 1_500.0);
      assertThat(Datum.GCJ02.toWgs84(gcj.lat(), gcj.lon()).distanceTo(wgs)).isLessThan(0.05);
    }
  }

  @Test
  void aDrivenClockStandsRunsAndNeverGoesBack() {
    Instant start = Instant.parse("2017-01-01T00:00:00Z");
    InstanceClock clock = InstanceClock.driven(start, ZoneOffset.UTC);
    assertThat(clock.instant()).isEqualTo(start);
    clock.drive(start.plusSeconds(5), 0);
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(5));
    assertThatThrownBy(() -> clock.drive(start, 0))
        .isInstanceOf(InstanceClock.ClockBackwardsException.class);
    clock.drive(start.plusSeconds(6), 100_000);
    assertThat(clock.instant()).isAfterOrEqualTo(start.plusSeconds(6));
    assertThatThrownBy(() -> InstanceClock.system(ZoneOffset.UTC).drive(start, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStateTableNamesItsDefects() {
    Set<String> states = Set.of("A", "B", "C", "X");
    StateTable table =
        StateTable.of(
            "A",
            Set.of("A", "B"),
            states,
            List.of(new Transition("A", "go", "B"), new Transition("B", "back", "A")));
    assertThat(table.check())
        .containsExactly(
            "state C cannot be reached from A",
            "state X cannot be reached from A",
            "open state A has no way to a closed state",
            "open state B has no way to a closed state");
    assertThat(table.next("A", "go")).contains("B");
    assertThat(table.next("A", "back")).isEmpty();
  }

  @Test
  void quantilesAgreeWithCounting() {
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      long[] values = random.longs(1 + random.nextInt(60), 0, 40).sorted().toArray();
      int percent = 1 + random.nextInt(100);
      long expected =
          Arrays.stream(values)
              .filter(
                  v ->
                      Arrays.stream(values).filter(w -> w <= v).count() * 100
                          >= (long) percent * values.length)
              .findFirst()
              .orElseThrow();
      assertThat(Quantiles.nearestRank(values, percent / 100.0))
          .as("seed %s round %s", seed, round)
          .hasValue(expected);
    }
    assertThat(Quantiles.nearestRank(new long[0], 0.5)).isEmpty();
  }
}
