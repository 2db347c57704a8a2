package org.tocsin.bench.tracing.engine;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.bench.tracing.engine.Question.Rule;
import org.tocsin.bench.tracing.engine.Question.Victims;

/**
 * What is asked of a ledger: as many victims of each kind, taken in turn, so that a pass cut short
 * by its budget still has all kinds. FIFO and haircut look 72 hours ahead and follow pieces from
 * 100 yuan on; reach looks 24 hours and 4 payments ahead and follows every payment.
 */
public final class Questions {
  private static final int HOUR = 3600;
  private static final int DUST_FEN = 10_000;
  private static final int REACH_HOPS = 4;

  private final List<Question> questions = new ArrayList<>();
  private final int[] seconds;

  /** A victim's payment. */
  public record Payment(
      Victims victims, long id, int from, int to, long inPos, int amountFen, int second) {}

  private Questions(int[] seconds) {
    this.seconds = seconds;
  }

  /**
   * Makes the questions of all rules.
   *
   * @param seconds of all payments by id
   * @param byKind of each kind of victims as many as there are
   * @param most how many questions there are of a rule at most
   */
  public static List<Question> of(int[] seconds, List<List<Payment>> byKind, int most) {
    Questions all = new Questions(seconds);
    for (Rule rule : Rule.values()) {
      int count = 0;
      for (int i = 0; count < most && i < longest(byKind); i++) {
        for (List<Payment> kind : byKind) {
          if (i < kind.size() && count < most) {
            all.add(rule, kind.get(i));
            count++;
          }
        }
      }
    }
    return all.questions;
  }

  private static int longest(List<List<Payment>> byKind) {
    return byKind.stream().mapToInt(List::size).max().orElse(0);
  }

  private void add(Rule rule, Payment p) {
    boolean reach = rule == Rule.REACH;
    int until = p.second() + (reach ? 24 : 72) * HOUR;
    questions.add(
        new Question(
            questions.size(),
            rule,
            p.victims(),
            p.id(),
            p.from(),
            p.to(),
            p.inPos(),
            p.amountFen(),
            firstNotBefore(until),
            until,
            reach ? REACH_HOPS : 0,
            reach ? 0 : DUST_FEN));
  }

  private long firstNotBefore(int second) {
    int low = 0;
    int high = seconds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
