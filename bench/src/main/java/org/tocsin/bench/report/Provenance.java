package org.tocsin.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a result comes from, so that it can be judged and repeated.
 *
 * @param at when the run began
 * @param cores processors the JVM may use
 * @param memoryGb memory of the machine in GiB
 * @param commit of the sources, with {@code +changes} if files differ from it
 * @param loadBefore the machine's one-minute load average when the run began: how quiet it was
 * @param stolen the share of the processors' wished-for time that the machine's host gave to others
 *     while it ran
 */
public record Provenance(
    Instant at,
    int cores,
    double memoryGb,
    String cpu,
    String jdk,
    String system,
    String commit,
    String command,
    double loadBefore,
    double stolen) {

  /** Of a run that begins now. */
  public static Provenance now(Clock clock, Path repository, List<String> arguments) {
    return new Provenance(
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        Runtime.getRuntime().availableProcessors(),
        kilobytes(line("/proc/meminfo", "MemTotal")) / 1024.0 / 1024.0,
        afterColon(line("/proc/cpuinfo", "model name")),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        commit(repository),
        "./tocsin bench " + String.join(" ", arguments),
        load(),
        0);
  }

  /** The same at the end of the run, with what the host took meanwhile. */
  public Provenance stolen(double share) {
    return new Provenance(
        at, cores, memoryGb, cpu, jdk, system, commit, command, loadBefore, share);
  }

  /** The machine's one-minute load average; −1 where it is not known. */
  public static double load() {
    try {
      return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    } catch (IOException e) {
      return -1;
    }
  }

  /** In one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores of %s, %.0f GB, %s, JDK %s, commit %s, load average before %.2f,"
            + " %.0f%% of the processors' time taken by the host meanwhile: `%s`",
        at.atZone(ZoneOffset.UTC).toLocalDate(),
        cores,
        cpu,
        memoryGb,
        system,
        jdk,
        commit,
        loadBefore,
        stolen * 100,
        command);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", at.toString())
        .put("cores", cores)
        .put("memory_gb", memoryGb)
        .put("cpu", cpu)
        .put("jdk", jdk)
        .put("system", system)
        .put("commit", commit)
        .put("command", command)
        .put("load_before", loadBefore)
        .put("stolen", stolen);
  }

  private static String commit(Path repository) {
    String hash = git(repository, "rev-parse", "--short=10", "HEAD");
    // The README is where results go; a result must not make the sources look changed.
    String changes =
        git(repository, "status", "--porcelain", "--", ".", ":(exclude)bench/README.md");
    return hash.isEmpty() ? "unknown" : changes.isEmpty() ? hash : hash + "+changes";
  }

  private static String git(Path repository, String... arguments) {
    try {
      List<String> command = new java.util.ArrayList<>(List.of("git", "-C", repository.toString()));
      command.addAll(List.of(arguments));
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said =
          new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return git.waitFor(20, TimeUnit.SECONDS) && git.exitValue() == 0 ? said.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String line(String file, String start) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    try {
      return Files.readAllLines(path).stream()
          .filter(l -> l.startsWith(start))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String afterColon(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "unknown processor" : line.substring(colon + 1).strip();
  }

  private static long kilobytes(String line) {
    String digits = line.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
