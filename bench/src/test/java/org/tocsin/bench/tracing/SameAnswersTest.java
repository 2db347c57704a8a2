package org.tocsin.bench.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Question;

/** The work given to the other engines is the work that Tocsin does. */
class SameAnswersTest {
  private static final int SIZE = 30_000;
  private static final int QUESTIONS = 150;

  @TempDir private Path folder;

  @Test
  void clientsAndTocsinAgreeOnEveryQuestion() throws Exception {
    Preparation prepared = Preparation.of(folder.resolve("ledger"), SIZE, 11, QUESTIONS);
    PlainRows plain = new PlainRows(prepared.dataset());
    Map<Question.Rule, Integer> holders = new EnumMap<>(Question.Rule.class);
    try (TocsinEngine tocsin = new TocsinEngine()) {
      tocsin.load(prepared.dataset(), folder.resolve("tocsin"));
      for (Question q : prepared.questions()) {
        Answer ours = tocsin.ask(q);
        Answer theirs = plain.ask(q);
        assertThat(ours.digest(q.rule())).as(q.toString()).isEqualTo(theirs.digest(q.rule()));
        holders.merge(q.rule(), ours.digest(q.rule()).accounts(), Integer::sum);
      }
    }
    // Money that never moves would prove nothing.
    assertThat(holders.values()).allSatisfy(n -> assertThat(n).isGreaterThan(QUESTIONS * 2));
  }
}
