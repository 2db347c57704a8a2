package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

class PositionBoardTest {
  private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
  private final PositionBoard board =
      new PositionBoard(PackTest.read(DispatchPolicy.FILE, DispatchPolicy.class));
  private final UnitId unit = UnitId.next();

  private static Fix fix(int second, double north) {
    return new Fix(new Point(37.77 + north / 111_195, -122.42), T.plusSeconds(second), null, null);
  }

  @Test
  void anOlderFixIsNotTakenAndTheNewerStays() {
    assertThat(board.take(unit, fix(10, 0))).isEmpty();
    assertThat(board.take(unit, fix(5, 10))).contains(T.plusSeconds(10));
    assertThat(board.find(unit)).contains(fix(10, 0));
  }

  @Test
  void theTrailKeepsAFixEveryHalfMinuteOrHundredMetres() {
    board.take(unit, fix(0, 0));
    board.take(unit, fix(10, 20));
    board.take(unit, fix(20, 101));
    board.take(unit, fix(40, 110));
    board.take(unit, fix(50, 120));
    assertThat(board.drainTrail())
        .extracting(p -> p.fix().when())
        .containsExactly(T, T.plusSeconds(20), T.plusSeconds(50));
  }

  @Test
  void whatCouldNotBeWrittenIsDrainedAgain() {
    board.take(unit, fix(0, 0));
    assertThat(board.drainChanged()).containsOnlyKeys(unit);
    assertThat(board.drainChanged()).isEmpty();
    board.putBack(Set.of(unit));
    assertThat(board.drainChanged()).containsOnlyKeys(unit);
  }
}
