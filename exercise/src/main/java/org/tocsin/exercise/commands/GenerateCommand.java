package org.tocsin.exercise.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.exercise.town.TownFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a generated day. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Writes two hours of a made-up town as a feed; the same seed gives the same bytes.")
public final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--seed", defaultValue = "1", description = "which day")
  long seed;

  @Option(names = "--out", required = true, description = "the folder to write")
  Path out = Path.of("");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TownFiles.write(seed, out);
    spec.commandLine().getOut().println("written to " + out);
    return 0;
  }
}
