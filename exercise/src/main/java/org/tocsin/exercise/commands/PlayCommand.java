package org.tocsin.exercise.commands;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.play.Pace;
import org.tocsin.exercise.play.Player;
import org.tocsin.exercise.play.Registrar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Plays a recorded feed on a running instance; may be stopped and started again without doubling
 * anything.
 */
@Command(
    name = "play",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded feed on a running instance.")
public final class PlayCommand implements Callable<Integer> {
  @Mixin Instance instance = new Instance();
  @Mixin FeedOption feed = new FeedOption();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "seconds of the feed per second, or max")
  String speed = "1";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Feed read = feed.read();
    var out = spec.commandLine().getOut();
    read.problems().forEach(p -> out.println("  " + p));
    Tocsin tocsin = instance.open(Duration.ofMinutes(5));
    Registrar.World world = new Registrar(tocsin, read, out::println).register();
    long[] said = {0};
    Player.Outcome outcome =
        new Player(
                tocsin,
                read,
                world,
                Pace.of(speed),
                Clock.systemUTC(),
                (at, steps) -> {
                  if (steps - said[0] >= 1000) {
                    said[0] = steps;
                    out.println(at + "  " + steps + " steps");
                  }
                })
            .play();
    out.printf(
        "%d calls, %d steps, %d refused%n",
        outcome.calls().size(), outcome.steps(), outcome.refused().size());
    outcome.refused().forEach(r -> out.println("  " + r));
    return outcome.refused().isEmpty() ? 0 : 1;
  }
}
