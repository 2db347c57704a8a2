package org.tocsin.tracing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Division of whole fen, against numbers of any size. */
class SharesTest {
  @Test
  void aPartIsRoundedDownAndDoesNotOverflow() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long c = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
      long a = (random.nextLong() >>> 1) % (c + 1);
      long b = random.nextLong() >>> (1 + random.nextInt(62));
      BigInteger exact =
          BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c));
      assertThat(BigInteger.valueOf(Shares.part(a, b, c))).isEqualTo(exact);
    }
  }

  @Test
  void theLargestRemaindersGetWhatIsLeftOverTheEarlierOfEquals() {
    assertThat(Shares.divide(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(Shares.divide(5, new long[] {2, 3, 5})).containsExactly(1, 2, 2);
    assertThat(Shares.divide(0, new long[] {2, 3})).containsExactly(0, 0);
    assertThat(Shares.divide(7, new long[] {0, 7, 0})).containsExactly(0, 7, 0);
  }

  @Test
  void partsAddUpAndNoPartIsMoreThanItsWeight() {
    Random random = new Random(2);
    for (int i = 0; i < 5000; i++) {
      long[] weights =
          random.longs(1 + random.nextInt(9), 0, 1L << (1 + random.nextInt(50))).toArray();
      long sum = Arrays.stream(weights).sum();
      long amount = sum == 0 ? 0 : random.nextLong(sum + 1);
      long[] parts = Shares.divide(amount, weights);
      assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
      for (int k = 0; k < parts.length; k++) {
        assertThat(parts[k]).isBetween(0L, weights[k]);
      }
    }
  }
}
