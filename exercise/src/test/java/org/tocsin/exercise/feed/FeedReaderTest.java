package org.tocsin.exercise.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.exercise.feed.FeedProblem.Code;
import org.tocsin.kernel.Point;

class FeedReaderTest {
  private static final String GOOD = "10:00:00 10:01:00 10:02:00 10:03:00 10:10:00 - - 10:40:00";

  @TempDir Path folder;

  private Feed read(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = Logs.HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return Logs.read(Logs.write(folder, lines));
  }

  private static List<Code> codes(Feed feed) {
    return feed.problems().stream().map(FeedProblem::code).toList();
  }

  @Test
  void readsACallWithItsUnits() {
    Feed feed =
        read(
            Logs.row("1", "E38", GOOD),
            Logs.row("1", "50", "10:00:00 10:01:00 10:02:00 - - - - 10:05:00"));
    CallRecord call = feed.calls().getFirst();
    assertThat(feed.problems()).isEmpty();
    assertThat(call.received()).isEqualTo(Instant.parse("2017-01-01T18:00:00Z"));
    assertThat(call.typeCode()).isEqualTo("MEDICAL");
    assertThat(call.priority()).isEqualTo(2);
    assertThat(call.disposition()).isEqualTo("TRANSPORTED-CODE2");
    assertThat(call.units()).extracting(UnitResponse::unit).containsExactly("50", "E38");
    assertThat(call.allCleared()).isEqualTo(Instant.parse("2017-01-01T18:40:00Z"));
  }

  @Test
  void readsTheOtherPublishedHeaderAndPosition() {
    String header = Logs.HEADER.replace(' ', '_');
    Feed feed =
        Logs.read(
            Logs.write(
                folder,
                header,
                Logs.row("1", "E38", "Structure Fire", GOOD, "POINT (-122.42 37.77)")));
    assertThat(feed.mapping().id()).isEqualTo("san-francisco");
    assertThat(feed.calls().getFirst().typeCode()).isEqualTo("STRUCTURE-FIRE");
    assertThat(feed.calls().getFirst().place()).isEqualTo(new Point(37.77, -122.42));
  }

  @Test
  void saysWhatAForeignHeaderMisses() {
    Path file = Logs.write(folder, "Call Number,Unit ID", "1,E1");
    assertThatThrownBy(() -> Logs.read(file))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("san-francisco misses")
        .hasMessageContaining("Received DtTm");
  }

  @Test
  void aFolderWithoutLogsIsSaidToHaveNone() {
    assertThatThrownBy(() -> Logs.read(folder))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("no .csv");
  }

  @Test
  void aBrokenRowCostsOnlyItself() {
    Feed feed =
        read(
            Logs.row("1", "E38", GOOD),
            "2,E01,\"Medical Incident,01/01/2017 10:00:00 AM",
            Logs.row("3", "E02", GOOD),
            "4,E03,too,short",
            Logs.row("5", "E04", GOOD));
    assertThat(feed.calls()).extracting(CallRecord::number).containsExactly("1", "3", "5");
    assertThat(codes(feed)).containsExactly(Code.BROKEN_ROW, Code.WRONG_COLUMN_COUNT);
    assertThat(feed.problems().getFirst().line()).isEqualTo(3);
  }

  @Test
  void aQuotedLineBreakIsOneRow() {
    Feed feed =
        read(Logs.row("1", "E38", GOOD).replace("0 Block of GROVE ST", "\"0 Block of\nGROVE ST\""));
    assertThat(feed.problems()).isEmpty();
    assertThat(feed.calls().getFirst().address()).isEqualTo("0 Block of\nGROVE ST");
  }

  @Test
  void impossiblePlacesUnknownWordsAndTimesAreSaidAndTheRestIsKept() {
    Feed feed =
        read(
            Logs.row("1", "E38", "Dragon", GOOD, "\"(137.77, -122.42)\""),
            Logs.row("2", "E39", GOOD).replace("10:03:00 AM", "25:03:00 AM"));
    assertThat(codes(feed))
        .containsExactlyInAnyOrder(Code.UNKNOWN_CALL_TYPE, Code.IMPOSSIBLE_POSITION, Code.BAD_TIME);
    assertThat(feed.calls().getFirst().typeCode()).isEqualTo("OTHER");
    assertThat(feed.calls().getFirst().place()).isNull();
    assertThat(feed.calls().getLast().units().getFirst().at(Stamp.DEPARTED)).isNull();
    assertThat(feed.calls().getLast().units().getFirst().at(Stamp.ARRIVED)).isNotNull();
  }

  @Test
  void aResponseFromBeforeTheCallIsRefusedButTheCallIsKept() {
    Feed feed = read(Logs.row("1", "E38", "10:00:00 10:01:00 09:59:00 10:03:00 - - - 10:40:00"));
    assertThat(codes(feed)).contains(Code.DISPATCH_BEFORE_CALL);
    assertThat(feed.calls()).hasSize(1);
    assertThat(feed.calls().getFirst().units()).isEmpty();
  }

  @Test
  void aRowThatStandsTwiceIsPlayedOnce() {
    Feed feed = read(Logs.row("1", "E38", GOOD), Logs.row("1", "E38", GOOD));
    assertThat(codes(feed)).containsExactly(Code.DUPLICATE_ROW);
    assertThat(feed.responses()).isEqualTo(1);
  }

  @Test
  void aUnitNeverClearedIsNoted() {
    Feed feed = read(Logs.row("1", "E38", "10:00:00 10:01:00 10:02:00 10:03:00 - - - -"));
    assertThat(codes(feed)).containsExactly(Code.NEVER_CLEARED);
    assertThat(feed.calls().getFirst().allCleared()).isNull();
  }

  @Test
  void theHourThatHappensTwiceGoesOnForwards() throws IOException {
    // San Francisco put its clocks back on 2017-11-05 at 02:00.
    Path file = folder.resolve("log.csv");
    String row = Logs.row("1", "E38", "00:58:00 00:59:00 01:59:00 01:05:00 - - - 02:10:00");
    Files.writeString(file, Logs.HEADER + "\n" + row.replace("01/01/2017", "11/05/2017") + "\n");
    UnitResponse unit = Logs.read(file).calls().getFirst().units().getFirst();
    assertThat(unit.impossible()).isEmpty();
    assertThat(unit.dispatched()).isEqualTo(Instant.parse("2017-11-05T08:59:00Z"));
    assertThat(unit.at(Stamp.DEPARTED)).isEqualTo(Instant.parse("2017-11-05T09:05:00Z"));
  }

  @Test
  void theSameBytesHaveTheSameName() {
    String[] rows = {Logs.row("1", "E38", GOOD)};
    assertThat(read(rows).id()).isEqualTo(read(rows).id()).startsWith("san-francisco-");
    assertThat(read(Logs.row("2", "E38", GOOD)).id()).isNotEqualTo(read(rows).id());
  }
}
