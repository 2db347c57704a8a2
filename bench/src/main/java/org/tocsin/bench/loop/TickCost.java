package org.tocsin.bench.loop;

import java.util.concurrent.TimeUnit;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What looking for due clocks costs the database, by its own statistics of the clocks' table, which
 * nothing else reads while nobody works.
 */
final class TickCost {
  /** The two statements by which the server looks: what is due, and when the next one is. */
  static final String DUE =
      "select matter_id from matter.loop_clock where fire_at <= now() order by fire_at limit 200";

  static final String NEXT =
      "select fire_at from matter.loop_clock where fire_at is not null order by fire_at limit 1";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Counts since the database began. */
  private record Seen(
      long nanos, long scans, long rows, long whole, long hits, long reads, long commits) {}

  /**
   * Costs.
   *
   * @param scans walks along the index of firings, a second; each is one statement of the tick
   * @param rows entries of that index that they read, a second
   * @param whole reads of the whole table, in all
   * @param pages of the table and its indexes, a second, from memory or disk
   * @param commits transactions of the whole server, a second
   */
  record Cost(double scans, double rows, long whole, double pages, double commits) {
    void row(Table table, Report report, String when, String field) {
      table.row(
          when,
          Report.number(scans),
          Report.number(rows),
          whole,
          Report.number(pages),
          Report.number(commits));
      report
          .json()
          .putObject(field)
          .put("statements_per_s", scans)
          .put("index_rows_per_s", rows)
          .put("whole_table_reads", whole)
          .put("pages_per_s", pages)
          .put("commits_per_s", commits);
    }
  }

  private TickCost() {}

  static Table table() {
    return Table.of(
        "The tick's load on the database",
        "when",
        "statements/s",
        "index entries/s",
        "reads of the whole table",
        "pages/s",
        "commits/s of all the server");
  }

  /** Watches for so long. */
  static Cost over(Owner owner, int seconds) throws InterruptedException {
    Seen before = seen(owner);
    TimeUnit.SECONDS.sleep(seconds);
    Seen after = seen(owner);
    double span = (after.nanos - before.nanos) / 1e9;
    return new Cost(
        (after.scans - before.scans) / span,
        (after.rows - before.rows) / span,
        after.whole - before.whole,
        (after.hits + after.reads - before.hits - before.reads) / span,
        (after.commits - before.commits) / span);
  }

  private static Seen seen(Owner owner) {
    return owner
        .rows(
            """
            select i.idx_scan, i.idx_tup_read, t.seq_scan,
              o.heap_blks_hit + o.idx_blks_hit, o.heap_blks_read + o.idx_blks_read,
              (select xact_commit from pg_stat_database where datname = current_database())
            from pg_stat_user_indexes i join pg_stat_user_tables t using (relid)
            join pg_statio_user_tables o using (relid) where i.indexrelname = 'loop_clock_fire'
            """,
            rs ->
                new Seen(
                    System.nanoTime(),
                    rs.getLong(1),
                    rs.getLong(2),
                    rs.getLong(3),
                    rs.getLong(4),
                    rs.getLong(5),
                    rs.getLong(6)))
        .getFirst();
  }

  /** Pages that a statement touches and its milliseconds, as the database explains it. */
  static void explain(Owner owner, String name, String sql, Table table, Report report) {
    String text =
        owner
            .rows("explain (analyze, buffers, format json) " + sql, rs -> rs.getString(1))
            .getFirst();
    JsonNode whole = JSON.readTree(text).path(0);
    JsonNode plan = whole.path("Plan");
    long pages = plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong();
    double ms = whole.path("Execution Time").asDouble();
    table.row(name, pages, Report.number(ms));
    report
        .json()
        .withObjectProperty("tick_statements")
        .putObject(name)
        .put("pages", pages)
        .put("ms", ms);
  }
}
