package org.tocsin.bench;

import java.util.concurrent.Callable;
import org.tocsin.bench.checks.ClientsBench;
import org.tocsin.bench.checks.DuplicatesBench;
import org.tocsin.bench.console.ConsoleBench;
import org.tocsin.bench.live.LiveBench;
import org.tocsin.bench.locate.LocateBench;
import org.tocsin.bench.loop.LoopBench;
import org.tocsin.bench.recommend.RecommendBench;
import org.tocsin.bench.startup.StartupBench;
import org.tocsin.bench.study.StudyBench;
import org.tocsin.bench.tracing.TracingBench;
import org.tocsin.bench.walk.WalkBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry of {@code ./tocsin bench}. */
@Command(
    name = "tocsin bench",
    description = "Measures Tocsin.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Bench.Names.class,
      StudyBench.class,
      LiveBench.class,
      ConsoleBench.class,
      RecommendBench.class,
      LocateBench.class,
      StartupBench.class,
      ClientsBench.class,
      DuplicatesBench.class,
      TracingBench.class,
      WalkBench.class,
      LoopBench.class
    })
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Bench() {}

  /** Exit status: 0 done, 1 something is wrong, 2 the command line is wrong. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(System.err);
    return 2;
  }

  /** Names the benches. */
  @Command(name = "list", description = "Name the benches.")
  static final class Names implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      spec.parent()
          .subcommands()
          .forEach(
              (name, command) -> {
                if (command.getCommand() instanceof BenchCommand) {
                  String[] words = command.getCommandSpec().usageMessage().description();
                  System.out.printf("%-12s%s%n", name, String.join(" ", words));
                }
              });
      return 0;
    }
  }
}
