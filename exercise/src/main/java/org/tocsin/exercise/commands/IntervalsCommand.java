package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.exercise.intervals.Intervals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Response intervals straight from the log. */
@Command(
    name = "intervals",
    mixinStandardHelpOptions = true,
    description =
        "Computes response intervals straight from San Francisco's log, without a server.")
public final class IntervalsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FEED", description = "the log or a folder with it")
  Path feed = Path.of("");

  @Option(names = "--json", description = "print JSON")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Intervals.Result result = Intervals.of(feed);
    spec.commandLine().getOut().println(json ? Intervals.json(result) : Intervals.print(result));
    return result.rows() == 0 ? 2 : 0;
  }
}
