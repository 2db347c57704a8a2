package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.report.Provenance;
import org.tocsin.bench.report.Readme;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Stolen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every bench has in common: it measures, prints, and keeps its result where asked. */
@Command(mixinStandardHelpOptions = true)
public abstract class BenchCommand implements Callable<Integer> {
  @Option(names = "--json", paramLabel = "FILE", description = "Also write the result as JSON.")
  private @Nullable Path jsonFile;

  @Option(
      names = "--record",
      description = "Keep the result: rewrite this bench's section of bench/README.md.")
  private boolean record;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Measures.
   *
   * @return empty if something it needs is missing, which it has said
   */
  protected abstract Optional<Report> measure() throws IOException, InterruptedException;

  @Override
  public final Integer call() throws IOException, InterruptedException {
    Stolen before = Stolen.now();
    Provenance began =
        Provenance.now(
            Clock.systemUTC(),
            Workspace.root(),
            spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(a -> !a.equals("--record"))
                .toList());
    Optional<Report> measured = measure();
    if (measured.isEmpty()) {
      return 0;
    }
    Report report = measured.get();
    Provenance provenance = began.stolen(Stolen.now().shareSince(before));
    System.out.println(report.print(provenance));
    if (jsonFile != null) {
      Files.writeString(jsonFile, report.toJson(provenance) + "\n");
    }
    if (record) {
      Path readme = Workspace.root().resolve("bench/README.md");
      Readme.record(readme, report.name(), report.markdown(provenance));
      say("kept in bench/README.md");
    }
    return report.failures().isEmpty() ? 0 : 1;
  }

  /** Tells the person who waits how far it is. */
  protected static void say(String progress) {
    System.err.println("bench: " + progress);
  }
}
