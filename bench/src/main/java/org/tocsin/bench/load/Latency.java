package org.tocsin.bench.load;

import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.tocsin.bench.report.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * Latencies of one kind, to a tenth of a percent, in milliseconds when asked. Safe for use by
 * several threads.
 */
public final class Latency {
  private static final long LONGEST_MICROS = 120_000_000;

  private final String name;
  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  /** Of what, for tables. */
  public Latency(String name) {
    this.name = name;
  }

  /** Heading that {@link #row} fits under. */
  public static Table table(String title) {
    return Table.of(title, "what", "count", "p50 ms", "p95 ms", "p99 ms", "p99.9 ms", "longest ms");
  }

  /** Takes a latency; what is below zero is zero. */
  public void record(long nanos) {
    micros.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
  }

  /** Milliseconds that a share of all stayed within; 0 when there are none. */
  public double ms(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  public long count() {
    return micros.getTotalCount();
  }

  /** Adds itself to a table and a JSON object. */
  public Latency row(Table table, ObjectNode json, String field) {
    table.row(
        name, count(), text(ms(50)), text(ms(95)), text(ms(99)), text(ms(99.9)), text(ms(100)));
    json.putObject(field)
        .put("count", count())
        .put("p50_ms", ms(50))
        .put("p95_ms", ms(95))
        .put("p99_ms", ms(99))
        .put("p999_ms", ms(99.9))
        .put("max_ms", ms(100));
    return this;
  }

  private static String text(double ms) {
    return String.format(Locale.ROOT, "%.1f", ms);
  }
}
