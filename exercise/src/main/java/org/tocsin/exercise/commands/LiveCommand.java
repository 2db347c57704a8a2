package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.http.Unreachable;
import org.tocsin.exercise.play.Pace;
import org.tocsin.exercise.play.Player;
import org.tocsin.exercise.play.Registrar;
import org.tocsin.exercise.play.Tidy;
import org.tocsin.exercise.town.TownFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps a demonstration alive: one generated day after another, until the server is gone. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description =
        "Plays one generated day after another on a demonstration, until the server stops.")
public final class LiveCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin Instance instance = new Instance();

  @Option(
      names = "--speed",
      defaultValue = "4",
      description = "seconds of the day per second, or max")
  String speed = "4";

  @Option(
      names = "--days",
      defaultValue = "0",
      description = "stop after so many days; 0 for never")
  int days;

  @Option(
      names = "--seed",
      defaultValue = "-1",
      description = "the first day; by default by the machine's clock")
  long seed;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Tocsin tocsin = instance.open(PATIENCE);
    long first = seed >= 0 ? seed : Clock.systemUTC().millis() / 1000;
    try {
      for (int day = 0; days == 0 || day < days; day++) {
        play(tocsin, first + day);
      }
      return 0;
    } catch (Unreachable e) {
      spec.commandLine().getOut().println("the server is gone: " + e.getMessage());
      return 0;
    }
  }

  private void play(Tocsin tocsin, long day) throws IOException {
    Path folder = Files.createTempDirectory("tocsin-day-");
    try {
      TownFiles.write(day, folder);
      Feed feed = new FeedReader(Mappings.of(null)).read(folder);
      var out = spec.commandLine().getOut();
      new Tidy(tocsin, feed.mapping().name().zh()).run();
      Registrar.World world = new Registrar(tocsin, feed, out::println).register();
      Player.Outcome outcome =
          new Player(tocsin, feed, world, Pace.of(speed), Clock.systemUTC(), (at, steps) -> {})
              .play();
      outcome.refused().forEach(r -> out.println("  refused: " + r));
      out.printf("day %d: %d steps%n", day, outcome.steps());
      out.flush();
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
