package org.tocsin.exercise.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.check.Checker;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedProblem;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.intervals.Intervals;
import org.tocsin.exercise.play.Pace;
import org.tocsin.exercise.play.Played;
import org.tocsin.exercise.play.Player;
import org.tocsin.exercise.play.Registrar;

/** Plays a whole feed on a fresh instance and checks the result to the last row. */
public final class Replay {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Duration CATCH_UP = Duration.ofSeconds(60);

  private final Feed feed;
  private final @Nullable Path log;
  private final Pace pace;
  private final Consumer<String> say;
  private final long killAt;
  private int kills;

  /**
   * @param log where the feed was read from, for the independent computation; null to leave that
   *     out
   * @param killAt after how many steps the server is killed and started again; 0 for never
   */
  public Replay(Feed feed, @Nullable Path log, Pace pace, long killAt, Consumer<String> say) {
    this.feed = feed;
    this.log = log;
    this.pace = pace;
    this.killAt = killAt;
    this.say = say;
  }

  /** Result in words, as JSON, and whether all is well. */
  public record Result(String text, String json, boolean good) {}

  /** On a server of its own. */
  public Result on(String appCommand) {
    try (AppProcess app =
        new AppProcess(appCommand, feed.first(), feed.mapping().zone(), List.of())) {
      say.accept("starting a fresh instance at " + app.url());
      app.start();
      return on(app.url(), app.token(), app);
    }
  }

  /** On a running instance, which should be fresh and must have a driven clock for exact stamps. */
  public Result on(URI url, String token, @Nullable AppProcess app) {
    long started = System.nanoTime();
    Tocsin tocsin = new Tocsin(url, token, PATIENCE);
    boolean driven = tocsin.get("/api/instance").path("clock").path("driven").asBoolean(false);
    Registrar.World world = new Registrar(tocsin, feed, say).register();
    try (LiveBoard board = LiveBoard.open(new Tocsin(url, token, PATIENCE))) {
      long playStarted = System.nanoTime();
      Narrator narrator = new Narrator(app);
      Player.Outcome outcome =
          new Player(tocsin, feed, world, pace, Clock.systemUTC(), narrator).play();
      narrator.settle();
      double playSeconds = (System.nanoTime() - playStarted) / 1e9;
      Checker checker = new Checker(tocsin);
      boolean quiet = checker.awaitQuiet(QUIET);
      board.awaitRest(CATCH_UP);
      say.accept("played; reading everything back");
      Snapshot snapshot = Snapshot.of(tocsin);
      List<Finding> findings = new ArrayList<>();
      findings.add(
          new Finding(
              "the instance comes to rest",
              1,
              quiet ? List.of() : List.of("not quiet after " + QUIET)));
      findings.addAll(checker.check(snapshot, board, false));
      ReportCard card =
          card(
                  outcome,
                  snapshot,
                  findings,
                  board,
                  tocsin,
                  new Expected(feed, snapshot, driven),
                  world)
              .with(playSeconds, (System.nanoTime() - started) / 1e9);
      return new Result(card.print(), card.json().toPrettyString(), card.failures().isEmpty());
    }
  }

  private ReportCard card(
      Player.Outcome outcome,
      Snapshot snapshot,
      List<Finding> findings,
      LiveBoard board,
      Tocsin tocsin,
      Expected expected,
      Registrar.World world) {
    Map<String, Spread> computed = new LinkedHashMap<>();
    List<String> impossible = new ArrayList<>(impossibleRows());
    Intervals.Result independent = independent();
    if (independent.rows() > 0) {
      independent
          .intervals()
          .forEach(i -> computed.put(i.name(), new Spread(i.median(), i.p90(), i.count())));
      if (independent.impossible().size() != impossible.size()) {
        impossible.add("the independent reading names others: " + independent.impossible());
      }
    }
    return new ReportCard(
        feed.id(),
        snapshot.calls().size(),
        snapshot.incidents().size(),
        snapshot.units().size(),
        snapshot.assignments().size(),
        expected.closed(),
        expected.lost(),
        outcome.refused(),
        expected.explained(),
        impossible,
        outcome.impossibleRefused().size(),
        outcome.impossibleTaken(),
        Spread.intervals(snapshot),
        computed,
        new PublishedFigures(tocsin, say).intervals(world.exercise(), feed),
        acceptToBoard(outcome, board),
        outcome.steps(),
        tocsin.repeated(),
        kills,
        board.reconnects(),
        findings,
        0,
        0);
  }

  private List<String> impossibleRows() {
    return feed.problems().stream()
        .filter(p -> p.code().effect() == FeedProblem.Effect.STAMP_NOT_COUNTED)
        .collect(
            java.util.stream.Collectors.groupingBy(
                FeedProblem::row,
                LinkedHashMap::new,
                java.util.stream.Collectors.mapping(
                    FeedProblem::message, java.util.stream.Collectors.joining("; "))))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .toList();
  }

  private Intervals.Result independent() {
    try {
      return log == null ? new Intervals.Result(0, 0, List.of(), List.of()) : Intervals.of(log);
    } catch (IOException e) {
      throw new IllegalStateException("the log can no longer be read: " + e.getMessage(), e);
    }
  }

  private static List<Long> acceptToBoard(Player.Outcome outcome, LiveBoard board) {
    List<Long> micros = new ArrayList<>();
    for (Played played : outcome.calls()) {
      Long seen = board.firstSeen("incident:" + played.incident());
      if (seen != null && played.acceptSentNanos() != 0 && played.call().joins() == null) {
        micros.add((seen - played.acceptSentNanos()) / 1000);
      }
    }
    return micros;
  }

  /** Says how far it is, and kills the server once if asked to. */
  private final class Narrator implements Player.Watch {
    private final @Nullable AppProcess app;
    private final long started = System.nanoTime();
    private long said;
    private @Nullable Thread restart;

    Narrator(@Nullable AppProcess app) {
      this.app = app;
    }

    @Override
    public void played(Instant at, long steps) {
      if (steps - said >= 2000) {
        said = steps;
        say.accept(
            "%s  %d steps, %.0f per second"
                .formatted(at, steps, steps / ((System.nanoTime() - started) / 1e9)));
      }
      if (app != null && killAt > 0 && kills == 0 && steps >= killAt) {
        kills++;
        // Beside the player, so that requests are under way when the server dies.
        restart = Thread.ofVirtual().start(() -> restart(app, steps));
      }
    }

    private void restart(AppProcess server, long steps) {
      say.accept("killing the server (kill -9) after " + steps + " steps");
      server.kill();
      server.start();
      say.accept("started again on the same data");
    }

    void settle() {
      Thread running = restart;
      try {
        if (running != null) {
          running.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
