package org.tocsin.exercise.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.exercise.RealWeek;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedProblem;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;

class IntervalsTest {
  @TempDir Path folder;

  @Test
  void computesFromAFixture() throws IOException {
    String header =
        "Call Number,Unit ID,Received DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,Transport"
            + " DtTm,Hospital DtTm,Available DtTm";
    String rows =
        """
        1,A,01/01/2017 11:59:00 AM,01/01/2017 12:00:00 PM,01/01/2017 12:00:30 PM,01/01/2017 12:04:30 PM,,,01/01/2017 12:30:00 PM
        1,B,01/01/2017 11:59:00 AM,01/01/2017 12:01:00 PM,01/01/2017 12:01:10 PM,,,,01/01/2017 12:11:00 PM
        2,"C",01/01/2017 01:00:00 PM,01/01/2017 01:00:10 PM,01/01/2017 01:09:00 PM,01/01/2017 01:05:00 PM,,,01/01/2017 01:30:10 PM
        """;
    Path log = folder.resolve("log.csv");
    Files.writeString(log, header + "\n" + rows);
    Intervals.Result result = Intervals.of(log);
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.calls()).isEqualTo(2);
    assertThat(result.get("received_to_dispatched"))
        .isEqualTo(new Intervals.Interval("received_to_dispatched", 3, 60, 120));
    assertThat(result.get("dispatched_to_departed"))
        .isEqualTo(new Intervals.Interval("dispatched_to_departed", 2, 10, 30));
    assertThat(result.get("departed_to_arrived"))
        .isEqualTo(new Intervals.Interval("departed_to_arrived", 1, 240, 240));
    assertThat(result.get("dispatched_to_available"))
        .isEqualTo(new Intervals.Interval("dispatched_to_available", 3, 1800, 1800));
    assertThat(result.impossible())
        .singleElement()
        .asString()
        .startsWith("2-C")
        .contains("Response");
  }

  @Test
  void theRealWeekIsAsPublished() throws IOException {
    Path week = RealWeek.folder();
    Intervals.Result result = Intervals.of(week);
    assertThat(result.rows()).isEqualTo(7704);
    assertThat(result.calls()).isEqualTo(3560);
    assertThat(result.impossible()).hasSize(28);
    assertThat(result.get("received_to_dispatched"))
        .isEqualTo(new Intervals.Interval("received_to_dispatched", 7704, 119, 328));
    assertThat(result.get("dispatched_to_departed").median()).isEqualTo(49);
    assertThat(result.get("dispatched_to_departed").p90()).isBetween(124L, 125L);
    assertThat(result.get("departed_to_arrived").median()).isEqualTo(227);
    assertThat(result.get("departed_to_arrived").p90()).isBetween(759L, 760L);
    assertThat(result.get("dispatched_to_available"))
        .isEqualTo(new Intervals.Interval("dispatched_to_available", 7699, 1056, 5161));
  }

  @Test
  void thePlayersReaderNamesTheSameRowsImpossible() throws IOException {
    Path week = RealWeek.folder();
    Feed feed = new FeedReader(Mappings.of(null)).read(week);
    assertThat(feed.calls()).hasSize(3560);
    assertThat(feed.responses()).isEqualTo(7704);
    assertThat(
            feed.problems().stream()
                .filter(p -> p.code().effect() == FeedProblem.Effect.STAMP_NOT_COUNTED)
                .map(FeedProblem::row)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(
            Intervals.of(week).impossible().stream()
                .map(r -> r.substring(0, r.indexOf(':')))
                .toList());
    assertThat(feed.problems().stream().filter(p -> p.code() == FeedProblem.Code.NEVER_CLEARED))
        .hasSize(5);
    assertThat(
            feed.problems().stream()
                .filter(p -> p.code().effect() == FeedProblem.Effect.ROW_REFUSED))
        .isEmpty();
  }
}
