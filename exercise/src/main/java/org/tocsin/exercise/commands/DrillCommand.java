package org.tocsin.exercise.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.drill.Drill;
import org.tocsin.exercise.drill.Scenario;
import org.tocsin.exercise.drill.ScoreSheet;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.play.Tidy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drill and prints its score sheet. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description =
        "Injects a scenario's calls into a running instance, marked as an exercise, and scores what"
            + " came of them.")
public final class DrillCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCENARIO",
      description = "a file, or flood-night, stadium-event, pile-up")
  String scenario = "";

  @Mixin Instance instance = new Instance();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "how many times faster than written the calls come; default ${DEFAULT-VALUE}")
  double speed = 1;

  @Option(names = "--json", description = "also write the score sheet there as JSON")
  @Nullable Path json;

  @Option(names = "--markdown", description = "also write the score sheet there as Markdown")
  @Nullable Path markdown;

  @Option(names = "--lang", defaultValue = "zh", description = "zh or en")
  String language = "zh";

  @Option(
      names = "--keep-open",
      description = "leave the exercise running and its incidents open at the end")
  boolean keepOpen;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Scenario read = Scenario.read(scenario);
    Tocsin tocsin = instance.open(Duration.ofMinutes(1));
    var out = spec.commandLine().getOut();
    ScoreSheet sheet =
        new Drill(
                tocsin,
                read,
                speed,
                line -> {
                  out.println(line);
                  out.flush();
                })
            .run();
    String text = sheet.markdown(Locale.forLanguageTag(language));
    out.println(text);
    if (markdown != null) {
      Files.writeString(markdown, text);
    }
    if (json != null) {
      Files.write(json, sheet.json().toPrettyString().getBytes(StandardCharsets.UTF_8));
    }
    if (!keepOpen) {
      new Tidy(tocsin).end(sheet.exercise());
    }
    return sheet.missed().isEmpty() ? 0 : 1;
  }
}
