package org.tocsin.bench.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tocsin.bench.Workspace;

/** An engine, and the process that it runs in: its own heap, alone on the machine. */
enum Contestant {
  TOCSIN("org.tocsin.bench.tracing.TocsinEngine", "-Xmx2g"),
  POSTGRESQL("org.tocsin.bench.peers.PostgresEngine", "-Xmx1g"),
  DUCKDB("org.tocsin.bench.peers.DuckDbEngine", "-Xmx1g"),
  JGRAPHT("org.tocsin.bench.peers.JGraphTEngine", "-Xmx10g"),
  NEO4J("org.tocsin.bench.peers.Neo4jEngine", "-Xmx4g");

  private static final long LONGEST_MINUTES = 60;

  private final String type;
  private final String heap;

  Contestant(String type, String heap) {
    this.type = type;
    this.heap = heap;
  }

  String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the peers' program is built to. */
  static Path peers() {
    return Workspace.root().resolve("bench/peers/target");
  }

  /** Whether its program is there. */
  boolean built() {
    return this == TOCSIN || Files.exists(peers().resolve("tocsin-bench-peers.jar"));
  }

  /**
   * Runs it on a dataset.
   *
   * @param passSeconds how long a pass over one rule's questions may take
   */
  Outcome run(Path dataset, Path work, double passSeconds, int cold, boolean further)
      throws IOException, InterruptedException {
    Path result = work.resolve(option() + ".txt");
    Path log = work.resolve(option() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Huge pages halve what a cache miss costs, for whoever keeps data in a Java heap.
    command.addAll(List.of(heap, "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
    if (this == NEO4J) {
      for (String opened : List.of("java.nio", "sun.nio.ch", "java.lang", "java.util.concurrent")) {
        command.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
      }
    }
    command.addAll(List.of("-cp", classPath(), "org.tocsin.bench.tracing.engine.Trial", type));
    command.addAll(
        List.of(
            dataset.toString(),
            work.resolve(option()).toString(),
            result.toString(),
            Double.toString(passSeconds),
            Integer.toString(cold),
            Boolean.toString(further)));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroy();
    }
    Outcome outcome = Outcome.read(option(), result);
    if (!ended || process.exitValue() != 0) {
      outcome.fail("its process failed; the end of its log: " + end(log));
    }
    return outcome;
  }

  private String classPath() {
    return this == TOCSIN
        ? System.getProperty("java.class.path")
        : peers().resolve("tocsin-bench-peers.jar") + ":" + peers().resolve("lib") + "/*";
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
