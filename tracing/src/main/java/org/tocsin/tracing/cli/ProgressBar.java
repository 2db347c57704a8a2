package org.tocsin.tracing.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * One line that shows how far a step is; on a terminal it is drawn over, elsewhere only the end of
 * each step is written.
 */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintStream err;
  private final boolean terminal;
  private final boolean quiet;
  private int lastDrawn = -1;

  ProgressBar(PrintStream err, boolean terminal, boolean quiet) {
    this.err = err;
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** {@code done} of {@code all}; drawn when a hundredth has changed. */
  void at(String step, long done, long all, String note) {
    int percent = all <= 0 ? 0 : (int) Math.min(100, done * 100 / all);
    if (quiet || !terminal || percent == lastDrawn) {
      return;
    }
    lastDrawn = percent;
    int full = percent * WIDTH / 100;
    err.printf(
        Locale.ROOT,
        "\r%-28s [%s%s] %3d%% %s\033[K",
        step,
        "█".repeat(full),
        "·".repeat(WIDTH - full),
        percent,
        note);
    err.flush();
  }

  /** A step is over. */
  void done(String line) {
    lastDrawn = -1;
    if (!quiet) {
      err.println((terminal ? "\r\033[K" : "") + line);
    }
  }

  /** Before an error message. */
  void clear() {
    if (!quiet && terminal && lastDrawn >= 0) {
      err.print("\r\033[K");
    }
  }
}
