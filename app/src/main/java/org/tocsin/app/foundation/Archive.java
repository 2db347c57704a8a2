package org.tocsin.app.foundation;

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
    return ArchiveCommand.run(System.out, System.err, args);
  }
}
