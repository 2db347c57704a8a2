package org.tocsin.bench.tracing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.bench.tracing.engine.Question.Rule;
import org.tocsin.bench.tracing.engine.Question.Victims;

class DatasetTest {
  @TempDir private Path folder;

  private Dataset written() throws IOException {
    try (DatasetWriter out = new DatasetWriter(folder, 3, 1, 1000)) {
      // 0 has nothing: 500 come from nowhere; then 1 has 500 and pays 200; 0 gets 200, pays 300.
      assertThat(out.payment(0, 1, 500, 10)).isZero();
      assertThat(out.payment(1, 0, 200, 20)).isEqualTo(500);
      assertThat(out.payment(0, 2, 300, 20)).isZero();
      assertThat(out.payment(0, 0, 50, 30)).isEqualTo(850);
      return out.finish();
    }
  }

  @Test
  void derivesPositionsAndBalancesCausally() throws Exception {
    List<String> rows = new ArrayList<>();
    written()
        .forEach(
            (id, from, to, fen, second, outPos, inPos, balance) ->
                rows.add(
                    "%d: %d->%d %d at %d, %d %d %d"
                        .formatted(id, from, to, fen, second, outPos, inPos, balance)));
    assertThat(rows)
        .containsExactly(
            "0: 0->1 500 at 10, 0 0 500",
            "1: 1->0 200 at 20, 0 500 500",
            "2: 0->2 300 at 20, 500 0 300",
            "3: 0->0 50 at 30, 800 850 50");
  }

  @Test
  void isReadInPartsAndAsText() throws Exception {
    Dataset dataset = written();
    List<Long> ids = new ArrayList<>();
    dataset.forEach(1, 3, (id, from, to, fen, second, o, i, b) -> ids.add(id * 1000 + fen));
    assertThat(ids).containsExactly(1200L, 2300L);
    try (var csv = Dataset.open(folder).csv()) {
      assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              """
              0,0,1,500,10,0,0,500
              1,1,0,200,20,0,500,500
              2,0,2,300,20,500,0,300
              3,0,0,50,30,800,850,50
              """);
    }
  }

  @Test
  void asksEveryKindOfVictimInTurn() throws IOException {
    int[] seconds = {0, 10, 10, 300_000};
    var any = new Questions.Payment(Victims.ANY, 1, 4, 5, 77, 900, 10);
    var hub = new Questions.Payment(Victims.HUB, 2, 4, 0, 78, 901, 10);
    List<Question> questions = Questions.of(seconds, List.of(List.of(hub), List.of(any, any)), 2);
    assertThat(questions)
        .hasSize(6)
        .extracting(Question::victims)
        .startsWith(Victims.HUB, Victims.ANY);
    Question fifo = questions.get(0);
    assertThat(fifo.rule()).isEqualTo(Rule.FIFO);
    assertThat(fifo.toId()).isEqualTo(3);
    DatasetWriter.ask(written(), questions);
    assertThat(Dataset.open(folder).questions()).isEqualTo(questions);
  }

  @Test
  void comparesAnswersByContentNotByOrder() {
    Answer one = new Answer(new int[] {1, 2, 3}, new long[] {10, 20, 0}, 5, 7);
    Answer other = new Answer(new int[] {2, 1}, new long[] {20, 10}, 5, -1);
    Answer wrong = new Answer(new int[] {2, 1}, new long[] {10, 20}, 5, -1);
    assertThat(one.digest(Rule.FIFO)).isEqualTo(other.digest(Rule.FIFO));
    assertThat(one.digest(Rule.FIFO)).isNotEqualTo(wrong.digest(Rule.FIFO));
    assertThat(one.digest(Rule.REACH)).isNotEqualTo(other.digest(Rule.REACH));
  }
}
