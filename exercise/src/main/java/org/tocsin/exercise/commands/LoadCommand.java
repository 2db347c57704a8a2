package org.tocsin.exercise.commands;

import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.load.Load;
import org.tocsin.exercise.load.LoadPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many clients at once, on this machine only. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Lets many clients work one instance of this machine at once, then checks what they leave.")
public final class LoadCommand implements Callable<Integer> {
  @Mixin Instance instance = new Instance();

  @Option(names = "--clients", defaultValue = "200", description = "clients at once")
  int clients;

  @Option(names = "--listeners", defaultValue = "10", description = "listeners on the live stream")
  int listeners;

  @Option(names = "--operations", defaultValue = "5000", description = "operations in all")
  int operations;

  @Option(names = "--seconds", defaultValue = "120", description = "at most so long")
  int seconds;

  @Option(names = "--units", defaultValue = "40", description = "units to send about")
  int units;

  @Option(names = "--seed", defaultValue = "1", description = "of the clients' choices")
  long seed;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    LoadPlan plan = new LoadPlan(clients, listeners, operations, seconds, units, seed);
    List<Finding> findings =
        new Load(instance.requiredUrl(), instance.requiredToken(), plan, out::println).run();
    findings.forEach(f -> out.println(f.print()));
    return findings.stream().allMatch(Finding::holds) ? 0 : 1;
  }
}
