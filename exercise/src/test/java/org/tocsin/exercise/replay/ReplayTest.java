package org.tocsin.exercise.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.exercise.AppServer;
import org.tocsin.exercise.RealWeek;
import org.tocsin.exercise.check.Checker;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.play.Pace;
import org.tocsin.exercise.play.Player;
import org.tocsin.exercise.play.Registrar;
import org.tocsin.exercise.town.TownFiles;
import tools.jackson.databind.JsonNode;

/** The whole way on the real server: feed → player → instance → board → report card. */
class ReplayTest {
  @TempDir Path folder;

  private static Replay.Result replay(Feed feed, AppServer server) {
    return new Replay(feed, null, Pace.of("max"), 0, line -> {})
        .on(server.url(), AppServer.TOKEN, null);
  }

  @Test
  void aGeneratedDayIsWholeAndPlayingItAgainChangesNothing() {
    TownFiles.write(1, folder);
    Feed feed = new FeedReader(Mappings.of(null)).read(folder);
    try (AppServer server = AppServer.start(feed.first(), "Asia/Shanghai")) {
      Replay.Result result = replay(feed, server);
      assertThat(result.good()).as(result.text()).isTrue();
      JsonNode card = Tocsin.json().readTree(result.json());
      assertThat(card.path("calls_in").asInt()).isEqualTo(40);
      assertThat(card.path("lost").asInt()).isZero();
      assertThat(card.path("units").asInt()).isEqualTo(10);
      assertThat(card.path("assignments").asInt()).isEqualTo(feed.responses());
      assertThat(card.path("accept_to_board_ms").path("count").asInt())
          .isEqualTo(card.path("incidents").asInt());
      Tocsin tocsin = new Tocsin(server.url(), AppServer.TOKEN, Duration.ofSeconds(20));
      everythingIsMarkedAsAnExercise(tocsin);
      aSecondPlayChangesNothing(tocsin, feed);
      aClockThatWouldGoBackIsRefused(tocsin, feed);
      assertThat(new Checker(tocsin).check(Snapshot.of(tocsin), null, true))
          .allMatch(Finding::holds);
    }
  }

  private static void everythingIsMarkedAsAnExercise(Tocsin tocsin) {
    Snapshot now = Snapshot.of(tocsin);
    assertThat(now.calls().values()).noneMatch(c -> Tocsin.absent(c.path("exerciseId")));
    assertThat(now.incidents().values()).noneMatch(i -> Tocsin.absent(i.path("exerciseId")));
    JsonNode real =
        tocsin.get(
            "/api/figures/response?by=none&from=2026-03-01T00:00:00Z&to=2026-03-04T00:00:00Z");
    real.path("figures")
        .forEach(f -> assertThat(f.path("count").asInt()).as("real %s", f.path("code")).isZero());
  }

  private static void aSecondPlayChangesNothing(Tocsin tocsin, Feed feed) {
    Snapshot before = Snapshot.of(tocsin);
    Registrar.World world = new Registrar(tocsin, feed, line -> {}).register();
    Player.Outcome again =
        new Player(tocsin, feed, world, Pace.of("max"), Clock.systemUTC(), (at, steps) -> {})
            .play();
    assertThat(again.refused()).isEmpty();
    Snapshot after = Snapshot.of(tocsin);
    assertThat(after.calls()).isEqualTo(before.calls());
    assertThat(after.incidents()).isEqualTo(before.incidents());
    assertThat(after.assignments()).isEqualTo(before.assignments());
  }

  private static void aClockThatWouldGoBackIsRefused(Tocsin tocsin, Feed feed) {
    String later = feed.calls().getLast().received().plus(Duration.ofDays(1)).toString();
    tocsin.put("/api/exercise/clock", Tocsin.object().put("instant", later).put("rate", 0)).send();
    Registrar.World world = new Registrar(tocsin, feed, line -> {}).register();
    Player late =
        new Player(tocsin, feed, world, Pace.of("max"), Clock.systemUTC(), (at, steps) -> {});
    assertThatThrownBy(late::play)
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("never goes back");
  }

  @Test
  void theFirstEveningOfTheRealWeekIsWhole() {
    Path week = RealWeek.folder();
    Feed feed = new FeedReader(Mappings.of(null)).read(week);
    Feed evening = feed.until(feed.first().plus(Duration.ofHours(6)));
    try (AppServer server = AppServer.start(feed.first(), "America/Los_Angeles")) {
      Replay.Result result = replay(evening, server);
      assertThat(result.good()).as(result.text()).isTrue();
      List<Finding> findings =
          new Checker(new Tocsin(server.url(), AppServer.TOKEN, Duration.ofSeconds(20)))
              .check(
                  Snapshot.of(new Tocsin(server.url(), AppServer.TOKEN, Duration.ofSeconds(20))),
                  null,
                  false);
      assertThat(findings).allMatch(Finding::holds);
    }
  }
}
