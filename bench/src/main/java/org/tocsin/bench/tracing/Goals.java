package org.tocsin.bench.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.bench.tracing.engine.Question.Rule;

/** What was promised of fund tracing, and what Tocsin's own numbers are. */
final class Goals {
  private final Report report;
  private final Comparison comparison;
  private final Preparation prepared;
  private final Outcome tocsin;
  private final List<Outcome> all;

  Goals(
      Report report,
      Comparison comparison,
      Preparation prepared,
      Outcome tocsin,
      List<Outcome> all) {
    this.report = report;
    this.comparison = comparison;
    this.prepared = prepared;
    this.tocsin = tocsin;
    this.all = all;
  }

  void add(boolean main) {
    Outcome postgres = find("postgresql");
    Outcome duck = find("duckdb");
    Outcome neo4j = find("neo4j");
    if (postgres != null) {
      ratio("PostgreSQL, FIFO, p50", 40, postgres, Rule.FIFO, false, 50);
      ratio("PostgreSQL, FIFO, p99", 30, postgres, Rule.FIFO, false, 99);
      ratio("PostgreSQL, FIFO from hubs, p50", 40, postgres, Rule.FIFO, true, 50);
      ratio("PostgreSQL, haircut, p50", 100, postgres, Rule.HAIRCUT, false, 50);
      ratio("PostgreSQL, haircut from hubs, p50", 100, postgres, Rule.HAIRCUT, true, 50);
      ratio("PostgreSQL, reach, p50", 40, postgres, Rule.REACH, false, 50);
      ratio("PostgreSQL, reach from hubs, p50", 40, postgres, Rule.REACH, true, 50);
      withoutColumns(postgres);
    }
    if (duck != null) {
      ratio("DuckDB, FIFO, p50", 1000, duck, Rule.FIFO, false, 50);
      ratio("DuckDB, haircut, p50", 1000, duck, Rule.HAIRCUT, false, 50);
      ratio("DuckDB, reach, p50", 100, duck, Rule.REACH, false, 50);
    }
    if (neo4j != null) {
      ratio("Neo4j, FIFO, p50", 250, neo4j, Rule.FIFO, false, 50);
      ratio("Neo4j, haircut, p50", 80, neo4j, Rule.HAIRCUT, false, 50);
    }
    if (main && tocsin.has("open_s")) {
      own();
    }
  }

  private @Nullable Outcome find(String engine) {
    return all.stream()
        .filter(o -> o.engine().equals(engine) && !o.warm().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private void ratio(
      String what, double goal, Outcome peer, Rule rule, boolean hubs, double percent) {
    double times = comparison.ratio(peer, rule, hubs, percent);
    if (!Double.isNaN(times)) {
      report.atLeast("times faster than " + what, goal, times, "×");
    }
  }

  private void withoutColumns(Outcome postgres) {
    Map<Integer, long[]> histories = postgres.histories();
    List<Integer> both =
        histories.keySet().stream().filter(tocsin.warm()::containsKey).sorted().toList();
    if (both.isEmpty()) {
      return;
    }
    Times reading =
        Times.of(
            histories.entrySet().stream()
                .collect(
                    java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> e.getValue()[0])),
            both);
    Times ours = Times.of(tocsin.warm(), both);
    report.note(
        "PostgreSQL without the derived columns: only reading the whole history of the accounts"
            + " that a FIFO trace touches takes p50 %s, p95 %s, p99 %s ms (%d traces); Tocsin's whole trace takes"
                .formatted(
                    Times.text(reading.ms(50)),
                    Times.text(reading.ms(95)),
                    Times.text(reading.ms(99)),
                    reading.count())
            + " p50 %s ms.".formatted(Times.text(ours.ms(50))));
    report.atLeast(
        "times faster than PostgreSQL without the derived columns, FIFO, p50",
        3000,
        reading.ms(50) / ours.ms(50),
        "×");
  }

  /** Tocsin alone. */
  private void own() {
    long payments = prepared.dataset().payments();
    report.atLeast(
        "opening a sealed ledger, payments/s", 10e6, payments / tocsin.number("open_s"), "/s");
    report.atLeast("reading every sealed payment", 10e6, tocsin.number("read_per_s"), "/s");
    report.atLeast(
        "rows from CSV, parsed, checked and in a ledger",
        1e6,
        tocsin.number("csv_import_rows_per_s"),
        "/s");
    report.atLeast("append with log and reader", 2e6, tocsin.number("append_per_s"), "/s");
    report.target(
        "reader's p99 while appending, times idle",
        2,
        tocsin.number("reader_busy_p99_ms") / tocsin.number("reader_idle_p99_ms"),
        "×");
    report.target("bytes per payment, sealed, on disk", 24, tocsin.number("bytes") / payments, "B");
    report.target("bytes per payment, live", 48, tocsin.number("live_bytes"), "B");
    report.target("FIFO, cold: lines per payment touched, median", 3, lines(), "lines");
    report.atLeast(
        "1,000 FIFO traces at once, times as fast as one by one, cold",
        5,
        tocsin.number("batch_single_ms_fifo") / tocsin.number("batch_ms_fifo"),
        "×");
    report.add(table());
  }

  /** Cold time of a trace by what it touched, in latencies of one dependent line. */
  private double lines() {
    List<Double> lines = new ArrayList<>();
    for (Question q : prepared.questions()) {
      Long nanos = tocsin.cold().get(q.number());
      long touched = tocsin.touched().getOrDefault(q.number(), 0L);
      if (q.rule() == Rule.FIFO && nanos != null && touched > 0) {
        lines.add(nanos / (double) touched / tocsin.number("line_ns"));
      }
    }
    return lines.isEmpty() ? Double.NaN : lines.stream().sorted().toList().get(lines.size() / 2);
  }

  private Table table() {
    Table table = Table.of("Tocsin alone", "what", "measured");
    table.row("payments of the busiest account", prepared.largestHub());
    number(table, "a dependent cache line from memory, ns", "line_ns");
    number(table, "opening the sealed ledger, s", "open_s");
    number(table, "reading every sealed payment, a second", "read_per_s");
    number(table, "rows from CSV, parsed and reconciled, a second", "csv_rows_per_s");
    number(table, "rows from CSV, and in a ledger in memory, a second", "csv_import_rows_per_s");
    number(table, "rows of that file", "csv_rows");
    number(table, "payments that came of it", "csv_payments");
    number(table, "heap bytes a payment before sealing", "live_bytes");
    number(table, "appended with log, a reader tracing, a second", "append_per_s");
    number(table, "reader alone, FIFO p50, ms", "reader_idle_p50_ms");
    number(table, "reader alone, FIFO p99, ms", "reader_idle_p99_ms");
    number(table, "reader while appending, FIFO p50, ms", "reader_busy_p50_ms");
    number(table, "reader while appending, FIFO p99, ms", "reader_busy_p99_ms");
    number(table, "FIFO traces a second, one thread", "traces_per_s_1");
    number(table, "FIFO traces a second, two threads", "traces_per_s_2");
    for (String rule : new String[] {"fifo", "haircut"}) {
      number(table, "1,000 traces one by one, cold, " + rule + ", ms", "batch_single_ms_" + rule);
      number(table, "1,000 traces as a batch, cold, " + rule + ", ms", "batch_ms_" + rule);
      number(
          table,
          "1,000 traces as a batch by two threads, cold, " + rule + ", ms",
          "batch_two_threads_ms_" + rule);
    }
    return table;
  }

  private void number(Table table, String what, String name) {
    if (tocsin.has(name)) {
      table.row(what, Report.number(tocsin.number(name)));
      report.json().put(name, tocsin.number(name));
    }
  }
}
