package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.app.dispatch.internal.Recommender.Choice;
import org.tocsin.app.dispatch.internal.Recommender.Option;
import org.tocsin.app.dispatch.internal.Recommender.Result;
import org.tocsin.app.dispatch.internal.RunCards.Line;
import org.tocsin.kernel.UnitId;

class RecommenderTest {
  private static final int ALTERNATIVE = 180;
  private static final int DIVERT = 120;
  private final Recommender recommender = new Recommender(ALTERNATIVE, DIVERT);

  private static Option free(String sign, String type, long seconds) {
    return new Option(UnitId.next(), sign, type, seconds, false);
  }

  private static List<String> signs(Result result) {
    return result.chosen().stream().map(c -> c.option().callSign()).toList();
  }

  @Test
  void theSoonestOfThePreferredTypeGoes() {
    Result result =
        recommender.choose(
            List.of(Line.of(1, "MEDIC", "PRIVATE-AMBULANCE"), Line.of(1, "ENGINE")),
            List.of(),
            List.of(free("M1", "MEDIC", 300), free("M2", "MEDIC", 200), free("E1", "ENGINE", 90)));
    assertThat(signs(result)).containsExactly("M2", "E1");
    assertThat(result.missing()).containsExactly(0, 0);
  }

  @Test
  void anAlternativeGoesWhenItIsSoonerByMoreThanThePenalty() {
    List<Line> card = List.of(Line.of(1, "MEDIC", "PRIVATE-AMBULANCE"));
    Option medic = free("M1", "MEDIC", 600);
    assertThat(
            signs(
                recommender.choose(
                    card, List.of(), List.of(medic, free("P1", "PRIVATE-AMBULANCE", 450)))))
        .containsExactly("M1");
    assertThat(
            signs(
                recommender.choose(
                    card, List.of(), List.of(medic, free("P1", "PRIVATE-AMBULANCE", 400)))))
        .containsExactly("P1");
  }

  @Test
  void aUnitIsDivertedOnlyIfItIsSoonerByMoreThanThePenalty() {
    List<Line> card = List.of(Line.of(1, "PATROL"));
    Option busy = new Option(UnitId.next(), "P9", "PATROL", 60L, true);
    assertThat(signs(recommender.choose(card, List.of(), List.of(busy, free("P1", "PATROL", 170)))))
        .containsExactly("P1");
    assertThat(signs(recommender.choose(card, List.of(), List.of(busy, free("P1", "PATROL", 190)))))
        .containsExactly("P9");
  }

  @Test
  void aLastResortGoesOnlyWhenNothingElseIsToBeHad() {
    List<Line> card = List.of(new Line(List.of("MEDIC"), List.of("PATROL"), 1));
    Option patrol = free("P1", "PATROL", 10);
    assertThat(
            signs(recommender.choose(card, List.of(), List.of(patrol, free("M1", "MEDIC", 3000)))))
        .containsExactly("M1");
    assertThat(signs(recommender.choose(card, List.of(), List.of(patrol)))).containsExactly("P1");
  }

  @Test
  void unitsAlreadySentTakeThePlaceTheyFitBest() {
    Result result =
        recommender.choose(
            List.of(Line.of(1, "MEDIC", "ENGINE"), Line.of(2, "ENGINE")),
            List.of("ENGINE"),
            List.of(free("M1", "MEDIC", 1), free("E1", "ENGINE", 1), free("E2", "ENGINE", 2)));
    assertThat(result.already()).containsExactly(0, 1);
    assertThat(signs(result)).containsExactly("M1", "E1");
  }

  @Test
  void itEqualsASlowObviousChoiceOnRandomInput() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<Line> card = card(random);
      List<String> sent = new ArrayList<>();
      List<Option> options = options(random);
      Result result = recommender.choose(card, sent, options);
      assertThat(result.chosen())
          .as("seed %d round %d", seed, round)
          .isEqualTo(slow(card, options));
    }
  }

  private static final List<String> TYPES = List.of("A", "B", "C", "D", "E");

  private static List<Line> card(Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      List<String> types = new ArrayList<>(TYPES);
      java.util.Collections.shuffle(types, random);
      int need = 1 + random.nextInt(3);
      lines.add(
          new Line(
              types.subList(0, need),
              types.subList(need, need + random.nextInt(2)),
              1 + random.nextInt(3)));
    }
    return lines;
  }

  private static List<Option> options(Random random) {
    List<Option> options = new ArrayList<>();
    int count = random.nextInt(25);
    for (int i = 0; i < count; i++) {
      Long seconds = random.nextInt(10) == 0 ? null : (long) random.nextInt(40) * 30;
      options.add(
          new Option(
              UnitId.next(),
              "U" + random.nextInt(12),
              TYPES.get(random.nextInt(TYPES.size())),
              seconds,
              random.nextInt(4) == 0));
    }
    return options;
  }

  /** For each place: look at everybody, keep whoever nobody beats. */
  private static List<Choice> slow(List<Line> card, List<Option> options) {
    List<Choice> chosen = new ArrayList<>();
    Set<UnitId> used = new HashSet<>();
    for (int line = 0; line < card.size(); line++) {
      for (int place = 0; place < card.get(line).count(); place++) {
        for (Option o : options) {
          Line l = card.get(line);
          if (fits(l, o, used)
              && options.stream().noneMatch(x -> x != o && fits(l, x, used) && beats(l, x, o))) {
            chosen.add(new Choice(line, o));
            used.add(o.id());
            break;
          }
        }
      }
    }
    return chosen;
  }

  private static boolean fits(Line line, Option o, Set<UnitId> used) {
    return !used.contains(o.id())
        && (line.need().contains(o.type()) || line.last().contains(o.type()));
  }

  private static boolean beats(Line line, Option a, Option b) {
    boolean lastA = !line.need().contains(a.type());
    boolean lastB = !line.need().contains(b.type());
    if (lastA != lastB) {
      return lastB;
    }
    if ((a.seconds() == null) != (b.seconds() == null)) {
      return b.seconds() == null;
    }
    long costA = worth(line, a);
    long costB = worth(line, b);
    if (costA != costB) {
      return costA < costB;
    }
    int bySign = a.callSign().compareTo(b.callSign());
    return bySign != 0 ? bySign < 0 : a.id().value().compareTo(b.id().value()) < 0;
  }

  private static long worth(Line line, Option o) {
    List<String> all = new ArrayList<>(line.need());
    all.addAll(line.last());
    return (o.seconds() == null ? 0 : o.seconds())
        + (long) ALTERNATIVE * all.indexOf(o.type())
        + (o.diverted() ? DIVERT : 0);
  }
}
