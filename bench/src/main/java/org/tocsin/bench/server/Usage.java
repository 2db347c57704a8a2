package org.tocsin.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.bench.report.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server uses, read from {@code /proc}.
 *
 * @param jvm the server's own process
 * @param postgres all processes of its database together
 */
public record Usage(Part jvm, Part postgres) {
  private static final double TICKS_PER_SECOND = 100;

  /**
   * One or more processes.
   *
   * @param rssMb resident memory; what several processes share counts in each of them
   * @param pssMb resident memory with shared pages divided among those that share them: these can
   *     be added up
   * @param cpuSeconds used since they started
   */
  public record Part(int processes, double rssMb, double pssMb, double cpuSeconds) {
    Part plus(Part other) {
      return new Part(
          processes + other.processes,
          rssMb + other.rssMb,
          pssMb + other.pssMb,
          cpuSeconds + other.cpuSeconds);
    }
  }

  /** Of a running server, now. */
  public static Usage of(Server server) throws IOException {
    Part postgres = new Part(0, 0, 0, 0);
    Path pidFile = server.data().resolve("pg/postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
      List<ProcessHandle> all =
          postmaster
              .map(p -> Stream.concat(Stream.of(p), p.descendants()).toList())
              .orElse(List.of());
      for (ProcessHandle handle : all) {
        postgres = postgres.plus(part(handle.pid()));
      }
    }
    return new Usage(part(server.pid()), postgres);
  }

  /** Proportional memory of everything together in MB. */
  public double pssMb() {
    return jvm.pssMb() + postgres.pssMb();
  }

  /** Adds two rows to a table made by {@link #table} and the numbers to a JSON object. */
  public void rows(Table table, ObjectNode json, String when, String field) {
    row(table, when + ", JVM", jvm);
    row(table, when + ", PostgreSQL (" + postgres.processes() + " processes)", postgres);
    row(table, when + ", together", jvm.plus(postgres));
    json.putObject(field)
        .put("jvm_rss_mb", jvm.rssMb())
        .put("jvm_pss_mb", jvm.pssMb())
        .put("postgres_rss_mb", postgres.rssMb())
        .put("postgres_pss_mb", postgres.pssMb())
        .put("postgres_processes", postgres.processes())
        .put("pss_mb", pssMb());
  }

  /** The heading for {@link #rows}. */
  public static Table table() {
    return Table.of("Memory", "when, what", "RSS MB", "PSS MB");
  }

  private static void row(Table table, String what, Part part) {
    table.row(what, Math.round(part.rssMb()), Math.round(part.pssMb()));
  }

  private static Part part(long pid) throws IOException {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      double rss = 0;
      double pss = 0;
      for (String line : Files.readAllLines(proc.resolve("smaps_rollup"))) {
        if (line.startsWith("Rss:")) {
          rss = kilobytes(line) / 1024;
        } else if (line.startsWith("Pss:")) {
          pss = kilobytes(line) / 1024;
        }
      }
      return new Part(1, rss, pss, cpu(pid));
    } catch (java.nio.file.NoSuchFileException e) {
      // A short-lived process of the database ended while it was looked at.
      return new Part(0, 0, 0, 0);
    }
  }

  /** Processor seconds that a process has used. */
  public static double cpu(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    // The name in parentheses may hold blanks; user and system ticks are the 12th and 13th after
    // it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private static double kilobytes(String line) {
    return Double.parseDouble(line.replaceAll("\\D", ""));
  }
}
