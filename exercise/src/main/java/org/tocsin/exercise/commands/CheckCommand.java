package org.tocsin.exercise.commands;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.check.Checker;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks a quiet instance, and its live stream from the first change on if the instance still keeps
 * it.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Reads a whole instance and checks that everything adds up and the live board tells the"
            + " same.")
public final class CheckCommand implements Callable<Integer> {
  @Mixin Instance instance = new Instance();

  @Option(
      names = "--no-double-booking",
      description = "also check that no unit was on two incidents at once")
  boolean refuse;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Tocsin tocsin = instance.open(Duration.ofMinutes(1));
    var out = spec.commandLine().getOut();
    Checker checker = new Checker(tocsin);
    if (!checker.awaitQuiet(Duration.ofMinutes(1))) {
      out.println("the instance is not quiet; what follows may be passing");
    }
    try (LiveBoard board = LiveBoard.fromTheStart(tocsin)) {
      board.awaitRest(Duration.ofSeconds(60));
      boolean whole = board.resets() == 0;
      if (!whole) {
        out.println("the stream no longer goes back to the start: the board is not compared");
      }
      @Nullable LiveBoard compared = whole ? board : null;
      List<Finding> findings = checker.check(Snapshot.of(tocsin), compared, refuse);
      findings.forEach(f -> out.println(f.print()));
      return findings.stream().allMatch(Finding::holds) ? 0 : 1;
    }
  }
}
