package org.tocsin.exercise.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Fix;
import org.tocsin.exercise.feed.Mappings;
import org.tocsin.exercise.feed.Roster;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;

class GeneratedDayTest {
  @TempDir Path folder;

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    TownFiles.write(7, folder.resolve("a"));
    TownFiles.write(7, folder.resolve("b"));
    TownFiles.write(8, folder.resolve("c"));
    assertThat(bytes(folder.resolve("a"))).isEqualTo(bytes(folder.resolve("b")));
    assertThat(bytes(folder.resolve("a")).get("calls.csv"))
        .isNotEqualTo(bytes(folder.resolve("c")).get("calls.csv"));
    assertThat(bytes(folder.resolve("a")).get("roads.csv"))
        .isEqualTo(bytes(folder.resolve("c")).get("roads.csv"));
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 1_000_000_007})
  void everyDayIsAWholeFeedThatCanHaveHappened(long seed) {
    TownFiles.write(seed, folder);
    Feed feed = new FeedReader(Mappings.of(null)).read(folder);
    assertThat(feed.problems()).isEmpty();
    assertThat(feed.calls()).hasSize(Day.CALLS);
    assertThat(Roster.of(feed)).hasSize(10);
    assertThat(feed.calls().stream().filter(c -> c.ending() == CallRecord.Ending.INCIDENT).count())
        .isGreaterThan(25);
    assertThat(feed.calls().stream().filter(c -> c.ending() == CallRecord.Ending.NUISANCE))
        .isNotEmpty();
    assertThat(Fix.of(feed)).hasSizeGreaterThan(500);
    nobodyIsInTwoPlaces(feed);
  }

  private static void nobodyIsInTwoPlaces(Feed feed) {
    Map<String, UnitResponse> last = new HashMap<>();
    List<UnitResponse> all =
        feed.calls().stream()
            .flatMap(c -> c.units().stream())
            .sorted(java.util.Comparator.comparing(UnitResponse::dispatched))
            .toList();
    for (UnitResponse unit : all) {
      UnitResponse before = last.put(unit.unit(), unit);
      if (before != null) {
        assertThat(unit.dispatched()).isAfterOrEqualTo(before.at(Stamp.CLEARED));
      }
      assertThat(Duration.between(unit.at(Stamp.DEPARTED), unit.at(Stamp.ARRIVED)))
          .isBetween(Duration.ofSeconds(20), Duration.ofMinutes(20));
    }
  }
}
