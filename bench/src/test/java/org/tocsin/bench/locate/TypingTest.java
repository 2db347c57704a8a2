package org.tocsin.bench.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.Point;

class TypingTest {
  private static final Point HERE = new Point(37.7, -122.4);

  @Test
  void aTextGrowsKeyByKeyAndBlanksAskNothing() {
    assertThat(new Typing("4 ab", HERE, false).steps()).containsExactly("4 a", "4 ab");
    assertThat(new Typing("abc", HERE, false).steps()).containsExactly("ab", "abc");
    assertThat(new Typing("a", HERE, false).steps()).containsExactly("a");
  }

  @Test
  void aSlipChangesOneLetterOfTheNameOnly() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Typing typing = Typing.of("400 Block of GROVE ST", HERE, 1, random);
      assertThat(typing.slipped()).isTrue();
      assertThat(typing.text()).startsWith("400 block of g").hasSizeBetween(20, 22);
    }
    assertThat(Typing.of("400 Block of GROVE ST", HERE, 0, random).text())
        .isEqualTo("400 block of grove st");
  }
}
