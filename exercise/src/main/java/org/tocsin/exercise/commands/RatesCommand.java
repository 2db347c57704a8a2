package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.feed.Feed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts the rates of a real log for the generated city. */
@Command(
    name = "rates",
    mixinStandardHelpOptions = true,
    description =
        "Counts calls per hour, shares of types and spreads of intervals of a log, as"
            + " packs/city/rates.yaml.")
public final class RatesCommand implements Callable<Integer> {
  @Mixin FeedOption feed = new FeedOption();

  @Option(names = "--out", description = "write there instead of printing")
  @Nullable Path out;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Feed read = feed.read();
    String source =
        "%s, %s to %s"
            .formatted(
                read.mapping().name().en(),
                read.first().atZone(read.mapping().zone()).toLocalDate(),
                read.calls().getLast().received().atZone(read.mapping().zone()).toLocalDate());
    String yaml = Rates.of(read, source).yaml();
    if (out == null) {
      spec.commandLine().getOut().print(yaml);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(out, yaml);
    }
    return 0;
  }
}
