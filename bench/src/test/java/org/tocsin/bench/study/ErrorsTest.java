package org.tocsin.bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static Errors.Pair pair(double predicted, double observed) {
    return new Errors.Pair(predicted, observed);
  }

  @Test
  void errorsAreSignedAbsoluteAndRelative() {
    Errors errors =
        Errors.of(List.of(pair(100, 200), pair(300, 200), pair(210, 200), pair(90, 100)));
    assertThat(errors.observed()).isEqualTo(new Spread(4, 200, 200));
    assertThat(errors.bias()).isEqualTo(new Spread(4, -10, 100));
    assertThat(errors.absolute()).isEqualTo(new Spread(4, 10, 100));
    assertThat(errors.relative()).isEqualTo(new Spread(4, 0.1, 0.5));
  }

  @Test
  void shortTravelsAreLeftOutOfRelativeErrorsOnly() {
    Errors errors = Errors.of(List.of(pair(60, 0), pair(60, 29), pair(60, 30)));
    assertThat(errors.absolute().count()).isEqualTo(3);
    assertThat(errors.relative()).isEqualTo(new Spread(1, 1, 1));
  }

  @Test
  void nothingHasNoErrors() {
    assertThat(Errors.of(List.of()).absolute().median()).isNaN();
  }

  @Test
  void aLineIsFoundAgainInSpiteOfWildRows() {
    long seed = new Random().nextLong();
    System.out.println("line seed " + seed);
    Random random = new Random(seed);
    List<Errors.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double road = 60 + random.nextInt(400);
      boolean wild = i % 10 == 0;
      pairs.add(pair(road, wild ? 5000 : 40 + 0.8 * road + random.nextGaussian() * 2));
    }
    Line line = Line.fit(pairs);
    assertThat(line.factor()).as("seed %s", seed).isCloseTo(0.8, within(0.02));
    assertThat(line.overhead()).as("seed %s", seed).isCloseTo(40, within(6.0));
  }

  @Test
  void anOverheadIsNeverNegative() {
    Line line = Line.fit(List.of(pair(100, 50), pair(200, 160), pair(300, 270)));
    assertThat(line.overhead()).isZero();
    assertThat(Line.fit(List.of())).isEqualTo(Line.NONE);
  }
}
