package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The built-in PostgreSQL's files and settings: how a cluster is made, what it is run with, its
 * log.
 */
final class PostgresCluster {
  static final String SUPERUSER = "postgres";
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  /** What differs from PostgreSQL's own defaults, and for safety's sake what must not. */
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("work_mem", "4MB"),
          Map.entry("maintenance_work_mem", "64MB"),
          Map.entry("autovacuum_max_workers", "2"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("wal_compression", "on"),
          Map.entry("random_page_cost", "1.1"),
          // Short queries only: compiling them costs more than it saves.
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_line_prefix", "%m [%p] %q%u "),
          Map.entry("log_min_duration_statement", "2000"));

  private PostgresCluster() {}

  /** What the programs say. */
  static Path log(DataFolder folder) {
    return folder.log().resolve("postgres.log");
  }

  /**
   * Makes the database in a folder of another name and moves it in place when whole, so that a
   * broken-off start leaves nothing.
   */
  static void make(DataFolder folder, RunAs runAs, Path programs) throws IOException {
    Path part = folder.root().resolve("pg.part");
    DataFolder.deleteTree(part);
    DataFolder.createPrivate(part);
    Path password = folder.root().resolve("pg.password");
    Files.deleteIfExists(password);
    folder.secret("postgres.password");
    Files.copy(
        folder.keys().resolve("postgres.password"), password, StandardCopyOption.COPY_ATTRIBUTES);
    try {
      runAs.own(part);
      runAs.own(password);
      var line =
          List.of(
              programs.resolve("bin/initdb").toString(),
              "-D",
              part.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--data-checksums");
      int status = runAs.command(log(folder), line).start().waitFor();
      if (status != 0) {
        throw new DatabaseProblem(
            "PostgreSQL's initdb failed (status %d):%n%s".formatted(status, logTail(folder)));
      }
      Files.deleteIfExists(folder.postgres());
      Files.move(part, folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while making the database", e);
    } finally {
      DataFolder.deleteTree(part);
      Files.deleteIfExists(password);
    }
  }

  /** Puts a large log aside, so that logs do not grow without end. */
  static void keepOldLog(DataFolder folder) throws IOException {
    Path log = log(folder);
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines of the log, for a person. */
  static String logTail(DataFolder folder) {
    try (Stream<String> lines = Files.lines(log(folder), StandardCharsets.UTF_8)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 15), all.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }
}
