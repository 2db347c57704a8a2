package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.play.Pace;
import org.tocsin.exercise.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Plays a whole feed on a fresh instance and checks it. With {@code --app-command} the instance is
 * started here: the command gets further {@code --property=value} arguments (port, data folder,
 * driven clock, zone) and the token in the environment, runs the server in the foreground as its
 * own process ({@code exec}) and stops it on SIGTERM. Otherwise {@code --url} and {@code --token}
 * name a fresh instance with a driven clock.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Plays a whole feed on a fresh instance, checks everything and prints the report card.")
public final class ReplayCommand implements Callable<Integer> {
  @Mixin Instance instance = new Instance();
  @Mixin FeedOption feed = new FeedOption();

  @Option(
      names = {"--app-command", "--server-command"},
      description = "starts a server in the foreground; taken instead of --url")
  @Nullable String appCommand;

  @Option(
      names = "--speed",
      defaultValue = "max",
      description = "seconds of the feed per second, or max")
  String speed = "max";

  @Option(names = "--json", description = "also write the report card there")
  @Nullable Path json;

  @Option(
      names = "--kill-at",
      description = "kill -9 the server after so many steps and start it again")
  long killAt;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Feed read = feed.read();
    var out = spec.commandLine().getOut();
    out.printf("%s: %d calls, %d responses%n", feed.path(), read.calls().size(), read.responses());
    Replay replay =
        new Replay(
            read,
            feed.hours > 0 ? null : feed.path(),
            Pace.of(speed),
            killAt,
            line -> {
              out.println("  " + line);
              out.flush();
            });
    Replay.Result result =
        appCommand == null
            ? replay.on(instance.requiredUrl(), instance.requiredToken(), null)
            : replay.on(appCommand);
    out.print(result.text());
    out.flush();
    if (json != null) {
      Files.writeString(json, result.json() + System.lineSeparator());
    }
    return result.good() ? 0 : 1;
  }
}
