package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tocsin.app.matter.DuplicateScore.Report;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.Point;

/** What the suggestion of duplicates is worth, in examples and measured on a real week. */
@TocsinTest
class DuplicateScoreTest {
  private static final Point HERE = new Point(36.06, 103.83);
  private final IncidentTypes types;

  @Autowired
  DuplicateScoreTest(IncidentTypes types) {
    this.types = types;
  }

  private Report report(Point point, String type, double minute) {
    return new Report(point, "", types.get(type), minute, "");
  }

  private double score(Report fresh, Report older) {
    return DuplicateScore.of(fresh, older).probability();
  }

  @Test
  void nearerSoonerAndLikerIsLikelier() {
    Report first = report(HERE, "STRUCTURE-FIRE", 0);
    Point near = new Point(36.0605, 103.83);
    Point far = new Point(36.066, 103.83);
    double best = score(report(near, "STRUCTURE-FIRE", 2), first);
    assertThat(best).isGreaterThan(0.9);
    assertThat(score(report(far, "STRUCTURE-FIRE", 2), first)).isLessThan(0.05);
    assertThat(score(report(near, "STRUCTURE-FIRE", 9), first)).isLessThan(best);
    assertThat(score(report(near, "ALARM", 2), first)).isEqualTo(best);
    assertThat(score(report(near, "TELECOM-FRAUD", 2), first)).isLessThan(best);
    assertThat(score(first, report(near, "STRUCTURE-FIRE", 2))).isEqualTo(best);
  }

  @Test
  void withoutAPlaceOnlyAnEqualAddressCounts() {
    Report first = new Report(null, "张掖路12号", types.get("FIGHT"), 0, "两个人在打架");
    Report same = new Report(null, "张掖路12号", types.get("FIGHT"), 3, "有人在打架");
    Report other = new Report(null, "庆阳路1号", types.get("FIGHT"), 3, "有人在打架");
    assertThat(score(same, first)).isGreaterThan(0.9);
    assertThat(score(other, first)).isZero();
    assertThat(DuplicateScore.of(same, first).reasons())
        .extracting("zh")
        .contains("地址相同", "类别相同：打架", "描述相近");
  }

  private List<SecondCallers.Call> week = List.of();

  @BeforeEach
  void week() {
    week = SecondCallers.week(types);
  }

  /**
   * Second callers are made from the week's calls: a call 0 to 10 minutes later, 70% within 150 m
   * and the rest in a neighbouring block (100–220 m), 30% with a type that callers confuse with the
   * true one. The negatives are the true other calls open at that moment; besides, each true call
   * is asked about as if it were a second one. The weights were fitted on the first four days; the
   * last four judge.
   */
  @Test
  void precisionAndRecallOnTheRealWeek() {
    assumeTrue(!week.isEmpty(), "the week of calls is not there: nothing to measure");
    double split = week.getFirst().minute() + 4 * 24 * 60;
    Map<Boolean, List<SecondCallers.Call>> parts =
        week.stream().collect(java.util.stream.Collectors.partitioningBy(c -> c.minute() < split));
    for (boolean fitted : List.of(true, false)) {
      for (double threshold : new double[] {0.2, DuplicateScore.THRESHOLD, 0.5}) {
        SecondCallers.Measure m =
            SecondCallers.measure(week, parts.getOrDefault(fitted, List.of()), types, threshold);
        System.out.printf(
            "duplicates, %s, threshold %.2f: %s%n",
            fitted ? "days 1-4 (fitted)" : "days 5-8 (judged)", threshold, m);
        if (!fitted && threshold == DuplicateScore.THRESHOLD) {
          assertThat(m.recall()).isGreaterThan(0.93);
          assertThat(m.precision()).isGreaterThan(0.93);
          assertThat(m.falseAlarms()).isLessThan(0.07);
        }
      }
    }
  }
}
