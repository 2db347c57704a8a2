package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root; containers and small machines run
 * everything as root. Then, in this order: a user namespace in which we are not root (the files
 * stay ours), or another user of the machine (the database's folder becomes theirs).
 *
 * @param prefix what stands before the program's own command line
 * @param user to whom the database's folder must belong, or empty for ourselves
 */
record RunAs(List<String> prefix, String user) {
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");

  /**
   * @throws DatabaseProblem when we are root and the machine offers no way to be somebody else
   */
  static RunAs detect() {
    List<String> session = works("setsid", "true") ? List.of("setsid") : List.of();
    if (!isRoot()) {
      return new RunAs(session, "");
    }
    if (works("unshare", "-U", "true")) {
      return new RunAs(join(session, List.of("unshare", "-U")), "");
    }
    for (String user : CANDIDATES) {
      List<String> switchUser =
          List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups");
      if (works(join(switchUser, List.of("true")).toArray(String[]::new))) {
        return new RunAs(join(session, switchUser), user);
      }
    }
    throw new DatabaseProblem(
        "PostgreSQL does not run as root, and neither `unshare -U' nor `setpriv' works on this machine. Start Tocsin as"
            + " another user, or use an external PostgreSQL with --database.");
  }

  boolean isOtherUser() {
    return !user.isEmpty();
  }

  /**
   * A program of PostgreSQL, ready to start; output to the given log, in its own session so that a
   * Ctrl-C passes it by.
   */
  ProcessBuilder command(Path log, List<String> line) {
    var builder = new ProcessBuilder(join(prefix, line));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    // Its working folder must be one that the other user may enter.
    builder.directory(Path.of("/").toFile());
    return builder;
  }

  /** Gives a folder to the user that PostgreSQL runs as, and checks that this user can reach it. */
  void own(Path folder) throws IOException {
    if (!isOtherUser()) {
      return;
    }
    UserPrincipal owner =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.getFileAttributeView(file, PosixFileAttributeView.class).setOwner(owner);
      }
    }
  }

  /**
   * Sees to it that the other user, if there is one, can get at a program.
   *
   * @throws DatabaseProblem naming what to do
   */
  void requireReach(Path program) {
    var line = join(prefix, List.of("test", "-x", program.toString()));
    if (isOtherUser() && !works(line.toArray(String[]::new))) {
      throw new DatabaseProblem(
          ("PostgreSQL does not run as root, and the user %s, as whom it would run, cannot reach %s. Start Tocsin as"
                  + " another user, or put the data folder where every folder above it can be entered by all.")
              .formatted(user, program));
    }
  }

  private static boolean isRoot() {
    try {
      return ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")) == 0;
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static String groupOf(String user) {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"), StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.split(":"))
          .filter(f -> f.length > 3 && f[0].equals(user))
          .map(f -> f[3])
          .findFirst()
          .orElse("65534");
    } catch (IOException e) {
      return "65534";
    }
  }

  private static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> join(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
