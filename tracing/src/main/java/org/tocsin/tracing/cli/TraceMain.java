package org.tocsin.tracing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import org.tocsin.tracing.statement.StatementException;

/**
 * The command. Exit status 0 done, 1 failed (a file that cannot be read), 2 the command line or a
 * report is wrong.
 */
public final class TraceMain {
  private TraceMain() {}

  /** Runs it and ends the program. */
  public static void main(String[] words) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    boolean terminal = System.console() != null && System.getenv("TERM") != null;
    System.exit(run(words, out, err, terminal, Clock.systemUTC()));
  }

  /** Runs it; for tests, too. */
  public static int run(
      String[] words, PrintStream out, PrintStream err, boolean terminal, Clock clock) {
    ProgressBar bar = new ProgressBar(err, terminal, true);
    try {
      Arguments arguments = Arguments.parse(words);
      if (arguments.help) {
        out.print(help());
        return 0;
      }
      bar = new ProgressBar(err, terminal, arguments.quiet);
      new TraceRun(arguments, out, bar, clock).run();
      return 0;
    } catch (UsageException wrong) {
      return fail(bar, err, String.valueOf(wrong.getMessage()), 2);
    } catch (StatementException unreadable) {
      return fail(bar, err, String.valueOf(unreadable.getMessage()), 1);
    } catch (NoSuchFileException missing) {
      return fail(bar, err, "there is no file " + missing.getMessage(), 2);
    } catch (IOException | UncheckedIOException unreadable) {
      return fail(bar, err, String.valueOf(unreadable.getMessage()), 1);
    }
  }

  private static int fail(ProgressBar bar, PrintStream err, String message, int status) {
    bar.clear();
    err.println("tocsin trace: " + message);
    return status;
  }

  private static String help() throws IOException {
    try (InputStream in = TraceMain.class.getResourceAsStream("help.txt")) {
      if (in == null) {
        throw new IllegalStateException("help.txt is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
