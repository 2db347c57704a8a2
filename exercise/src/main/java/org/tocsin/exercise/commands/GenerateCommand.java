package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.CityFiles;
import org.tocsin.exercise.town.TownFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a generated day, or the generated city. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Writes two hours of a made-up town as a feed, or the streets, precincts and places of the"
            + " living city; the same seed gives the same bytes.")
public final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--seed", defaultValue = "1", description = "which day or city")
  long seed;

  @Option(names = "--out", required = true, description = "the folder to write")
  Path out = Path.of("");

  @Option(names = "--city", description = "the city's files for the registry instead of a day")
  boolean city;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (city) {
      Files.createDirectories(out);
      for (CityFiles.File file : CityFiles.of(City.of(seed), seed)) {
        Files.write(out.resolve(file.name()), file.content());
      }
    } else {
      TownFiles.write(seed, out);
    }
    spec.commandLine().getOut().println("written to " + out);
    return 0;
  }
}
