package org.tocsin.exercise.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.town.TownFiles;
import tools.jackson.databind.node.ObjectNode;

class PlayerTest {
  @TempDir Path folder;

  private Feed day(long seed) {
    TownFiles.write(seed, folder);
    return new FeedReader(Mappings.of(null)).read(folder);
  }

  private static Player.Outcome play(FakeTocsin fake, Feed feed, Player.Watch watch) {
    Tocsin tocsin = new Tocsin(fake.url(), "token", Duration.ofSeconds(20));
    Registrar.World world = new Registrar(tocsin, feed, line -> {}).register();
    return new Player(tocsin, feed, world, Pace.of("max"), Clock.systemUTC(), watch).play();
  }

  private static void isWhole(FakeTocsin fake, Feed feed) {
    long incidents =
        feed.calls().stream().filter(c -> c.ending() == CallRecord.Ending.INCIDENT).count();
    assertThat(fake.calls).hasSize(feed.calls().size());
    assertThat(fake.incidents).hasSize((int) incidents);
    assertThat(fake.assignments).hasSize(feed.responses());
    assertThat(fake.incidents.values()).allMatch(i -> i.path("state").asString().equals("CLOSED"));
    for (CallRecord call : feed.calls()) {
      ObjectNode kept =
          fake.calls.values().stream()
              .filter(c -> c.path("externalRef").asString().equals(call.number()))
              .findFirst()
              .orElseThrow();
      assertThat(kept.path("receivedAt").asString()).isEqualTo(call.received().toString());
      call.units().forEach(u -> isKept(fake, kept.path("matterId").asString(), u));
    }
  }

  private static void isKept(FakeTocsin fake, String incident, UnitResponse unit) {
    ObjectNode kept =
        fake.assignments.values().stream()
            .filter(
                a ->
                    a.path("incidentId").asString().equals(incident)
                        && a.path("callSign").asString().equals(unit.unit()))
            .findFirst()
            .orElseThrow();
    unit.stamps()
        .forEach(
            (stamp, at) ->
                assertThat(kept.path(Desk.field(stamp)).asString()).isEqualTo(at.toString()));
  }

  @Test
  void aGeneratedDayArrivesWholeAtItsOwnInstants() {
    Feed feed = day(1);
    try (FakeTocsin fake = new FakeTocsin(0)) {
      Player.Outcome outcome = play(fake, feed, (at, steps) -> {});
      assertThat(outcome.refused()).isEmpty();
      isWhole(fake, feed);
      assertThat(fake.agencies).hasSize(6);
      assertThat(fake.units).hasSize(10);
    }
  }

  @Test
  void nothingIsDoneTwiceOverABadLine() {
    Feed feed = day(2);
    try (FakeTocsin fake = new FakeTocsin(7)) {
      Player.Outcome outcome = play(fake, feed, (at, steps) -> {});
      assertThat(outcome.refused()).isEmpty();
      isWhole(fake, feed);
    }
  }

  @Test
  void aPlayerThatWasKilledGoesOnWhereItWas() {
    Feed feed = day(3);
    try (FakeTocsin fake = new FakeTocsin(0)) {
      for (int killAt : new int[] {20, 90, 150}) {
        assertThatThrownBy(
                () ->
                    play(
                        fake,
                        feed,
                        (at, steps) -> {
                          if (steps > killAt) {
                            throw new IllegalStateException("killed");
                          }
                        }))
            .hasMessage("killed");
      }
      assertThat(play(fake, feed, (at, steps) -> {}).refused()).isEmpty();
      isWhole(fake, feed);
    }
  }

  @Test
  void aClockPastTheFeedIsAClearError() {
    Feed feed = day(4);
    try (FakeTocsin fake = new FakeTocsin(0)) {
      play(fake, feed, (at, steps) -> {});
      Tocsin tocsin = new Tocsin(fake.url(), "token", Duration.ofSeconds(5));
      String later =
          Objects.requireNonNull(feed.calls().getLast().received())
              .plus(Duration.ofDays(1))
              .toString();
      tocsin
          .put("/api/exercise/clock", Tocsin.object().put("instant", later).put("rate", 0))
          .send();
      assertThatThrownBy(() -> play(fake, feed, (at, steps) -> {}))
          .isInstanceOf(FeedException.class)
          .hasMessageContaining("never goes back");
      isWhole(fake, feed);
    }
  }

  @Test
  void ofTheStampsOnlyUnitsReportsAreSent() {
    assertThat(Desk.code(Stamp.DEPARTED)).isEqualTo("EN_ROUTE");
    assertThatThrownBy(() -> Desk.code(Stamp.RECEIVED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
