package org.tocsin.exercise;

import java.io.PrintWriter;
import org.tocsin.exercise.commands.CheckCommand;
import org.tocsin.exercise.commands.DrillCommand;
import org.tocsin.exercise.commands.GenerateCommand;
import org.tocsin.exercise.commands.IntervalsCommand;
import org.tocsin.exercise.commands.LiveCommand;
import org.tocsin.exercise.commands.LoadCommand;
import org.tocsin.exercise.commands.PlayCommand;
import org.tocsin.exercise.commands.RatesCommand;
import org.tocsin.exercise.commands.ReplayCommand;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Unreachable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The world outside of Tocsin, on the command line. Exit status: 0 all is well, 1 something was
 * lost or a rule broken, 2 wrong usage or an unreadable feed, 3 the server refused or did not
 * answer.
 */
@Command(
    name = "exercise",
    mixinStandardHelpOptions = true,
    description = "Drives a Tocsin instance from outside, through its public interface only.",
    subcommands = {
      PlayCommand.class,
      ReplayCommand.class,
      LiveCommand.class,
      DrillCommand.class,
      GenerateCommand.class,
      IntervalsCommand.class,
      RatesCommand.class,
      CheckCommand.class,
      LoadCommand.class
    })
public final class Exercise {
  private Exercise() {}

  /** The command line, with problems told in one sentence each. */
  public static CommandLine commandLine() {
    return new CommandLine(new Exercise())
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              PrintWriter err = line.getErr();
              if (e instanceof FeedException) {
                err.println(e.getMessage());
                return 2;
              }
              if (e instanceof Refused || e instanceof Unreachable) {
                err.println(e.getMessage());
                return 3;
              }
              throw e;
            });
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
