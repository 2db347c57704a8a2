package org.tocsin.app.foundation;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.app.foundation.internal.archive.ArchiveCommand;

/**
 * The short modes of the program, {@code --tocsin.backup=FILE} and {@code --tocsin.restore=FILE}:
 * no web server, done in seconds.
 */
public final class Archive {
  private Archive() {}

  /** Whether the command line asks for one of them. */
  public static boolean isAskedFor(String... args) {
    return ArchiveCommand.isAskedFor(args);
  }

  /**
   * Does what the command line asks for, and says how it went on standard output or, in a sentence
   * that names the reason, on standard error.
   *
   * @return the exit status: 0 done, 1 failed
   */
  public static int run(String... args) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      // Outside of Spring nothing has set up logging yet, and the libraries would tell every step.
      root.setLevel(Level.ERROR);
    }
    return ArchiveCommand.run(System.out, System.err, args);
  }
}
