package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server process that is running on a data directory, as its {@code postmaster.pid}
 * tells.
 *
 * @param pid the process
 * @param port the port it listens on
 */
record Postmaster(long pid, int port) {

  /**
   * Finds the server that runs on this directory. The file may be left over from a server killed
   * long ago and its number now belong to any other program, so the process must be a postgres,
   * started on this very directory.
   */
  static Optional<Postmaster> find(Path dataDirectory) {
    Path file = dataDirectory.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.size() < 4) {
        return Optional.empty();
      }
      var found =
          new Postmaster(
              Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()));
      return found.runsOn(dataDirectory) ? Optional.of(found) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean runsOn(Path dataDirectory) {
    try {
      String line =
          Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
      List<String> words = List.of(line.split("\0"));
      if (words.isEmpty() || !words.getFirst().endsWith("postgres")) {
        return false;
      }
      int at = words.indexOf("-D");
      return at >= 0
          && at + 1 < words.size()
          && Files.isSameFile(Path.of(words.get(at + 1)), dataDirectory);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A dead process whose parent never asks for its end (common in containers) stays listed as a
   * zombie: not alive.
   */
  boolean isAlive() {
    try {
      String stat =
          Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.UTF_8);
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Stops it: first the fast way that lets it write everything down, then the immediate one, after
   * which it recovers at the next start. Nothing acknowledged is lost either way.
   *
   * @return whether it is gone
   */
  boolean stop(Duration patience) {
    return signalAndWait("INT", patience) || signalAndWait("QUIT", Duration.ofSeconds(10));
  }

  private boolean signalAndWait(String signal, Duration patience) {
    try {
      // A shell's own kill: slim machines have no kill program, and Java itself can send only TERM
      // and KILL.
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      long deadline = System.nanoTime() + patience.toNanos();
      while (isAlive() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException e) {
      return !isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !isAlive();
  }
}
