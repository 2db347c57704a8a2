package org.tocsin.tracing.restitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestitutionTest {
  private static VictimLoss loss(String victim, long fen) {
    return new VictimLoss(victim, fen, 0);
  }

  private static List<String> lines(ReturnPlan plan) {
    return plan.lines().stream()
        .map(
            l ->
                l.account()
                    + "→"
                    + plan.losses().get(l.victim()).victim()
                    + " "
                    + l.fen()
                    + " "
                    + l.method())
        .toList();
  }

  @Test
  void theOnlyDepositGoesBackDirectlyEvenWhenPartOfItIsGone() {
    ReturnPlan plan =
        Restitution.allocate(
            List.of(new FrozenBalance("M", 700)),
            List.of(loss("A", 1000)),
            List.of(new TracedShare("M", 0, 1000, false, true)));
    assertThat(lines(plan)).containsExactly("M→A 700 SINGLE_DEPOSIT");
    assertThat(plan.openFen()).containsExactly(300L);
    assertThat(plan.needsNotice()).isFalse();
  }

  @Test
  void moneyToldByItsTimeStampsGoesBackDirectlyAndTheRestStaysFrozen() {
    ReturnPlan plan =
        Restitution.allocate(
            List.of(new FrozenBalance("M", 900)),
            List.of(loss("A", 500), loss("B", 300)),
            List.of(
                new TracedShare("M", 0, 400, true, false),
                new TracedShare("M", 1, 200, true, false)));
    assertThat(lines(plan)).containsExactly("M→A 400 TRACED", "M→B 200 TRACED");
    assertThat(plan.remaining()).containsExactly(new FrozenBalance("M", 300));
  }

  @Test
  void whatCannotBeToldIsSharedByWhatIsStillOwedWithLargestRemainders() {
    ReturnPlan plan =
        Restitution.allocate(
            List.of(new FrozenBalance("M", 100)),
            List.of(loss("A", 100), loss("B", 100), loss("C", 100), loss("D", 50)),
            List.of(
                new TracedShare("M", 0, 70, false, false),
                new TracedShare("M", 1, 70, true, false),
                new TracedShare("M", 2, 1, true, false)));
    assertThat(lines(plan))
        .containsExactly("M→A 34 PRO_RATA", "M→B 33 PRO_RATA", "M→C 33 PRO_RATA");
    assertThat(plan.needsNotice()).isTrue();
    assertThat(plan.lines().getFirst().zh()).contains("1.00 × 1.00 ÷ 3.00 = 0.33 元，余数较大，加 0.01 元");
  }

  @Test
  void directReturnsComeFirstAndEarlierRoundsCount() {
    ReturnPlan plan =
        Restitution.allocate(
            List.of(new FrozenBalance("X", 100), new FrozenBalance("Y", 60)),
            List.of(new VictimLoss("A", 200, 140), loss("B", 60)),
            List.of(
                new TracedShare("X", 0, 50, false, false),
                new TracedShare("X", 1, 50, false, false),
                new TracedShare("Y", 0, 60, true, false)));
    assertThat(lines(plan))
        .as("A has all back from Y, so X is for B alone")
        .containsExactly("Y→A 60 TRACED", "X→B 60 PRO_RATA");
    assertThat(plan.remaining())
        .containsExactly(new FrozenBalance("X", 40), new FrozenBalance("Y", 0));
  }

  @Test
  void anAccountNobodysMoneyCameToStaysFrozen() {
    ReturnPlan plan =
        Restitution.allocate(List.of(new FrozenBalance("Z", 5)), List.of(loss("A", 9)), List.of());
    assertThat(plan.lines()).isEmpty();
    assertThat(plan.returnedFen()).isZero();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(
            () ->
                Restitution.allocate(
                    List.of(new FrozenBalance("Z", 5), new FrozenBalance("Z", 6)),
                    List.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Restitution.allocate(
                    List.of(), List.of(), List.of(new TracedShare("Z", 0, 1, true, true))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VictimLoss("A", 5, 6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onRandomCasesNotAFenIsMadeOrLostAndNobodyGetsTooMuch() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      var losses = new ArrayList<VictimLoss>();
      for (int v = 0; v < 1 + random.nextInt(6); v++) {
        long lost = random.nextInt(1_000) * (random.nextInt(9) == 0 ? 1_000_000_000L : 1);
        losses.add(
            new VictimLoss(
                "v" + v,
                lost,
                lost == 0 ? 0 : random.nextLong(lost + 1) / (1 + random.nextInt(3))));
      }
      var frozen = new ArrayList<FrozenBalance>();
      var shares = new ArrayList<TracedShare>();
      for (int a = 0; a < 1 + random.nextInt(4); a++) {
        frozen.add(new FrozenBalance("a" + a, random.nextInt(2_000)));
        for (int v = 0; v < losses.size(); v++) {
          if (random.nextBoolean()) {
            shares.add(
                new TracedShare(
                    "a" + a,
                    v,
                    random.nextInt(900),
                    random.nextInt(4) > 0,
                    random.nextInt(5) == 0));
          }
        }
      }
      ReturnPlan plan = Restitution.allocate(frozen, losses, shares); // checks all its sums itself
      long left = plan.remaining().stream().mapToLong(FrozenBalance::fen).sum();
      assertThat(plan.returnedFen() + left)
          .as("seed %d", seed)
          .isEqualTo(frozen.stream().mapToLong(FrozenBalance::fen).sum());
      assertThat(plan.lines()).as("seed %d", seed).allMatch(l -> l.fen() > 0);
    }
  }

  @Test
  void largestRemaindersAreWithinAFenOfTheExactShareAndAddUp() {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      long[] weights =
          random.longs(1 + random.nextInt(9), 0, 1L << (1 + random.nextInt(50))).toArray();
      weights[0]++;
      long sum = random.nextLong(1L << 50);
      long[] parts = Restitution.largestRemainder(sum, weights);
      long all = Arrays.stream(weights).sum();
      assertThat(Arrays.stream(parts).sum()).isEqualTo(sum);
      for (int k = 0; k < parts.length; k++) {
        var exact =
            new BigDecimal(sum)
                .multiply(new BigDecimal(weights[k]))
                .divide(new BigDecimal(all), MathContext.DECIMAL128);
        assertThat(exact.subtract(new BigDecimal(parts[k])).abs()).isLessThan(BigDecimal.ONE);
      }
    }
  }
}
