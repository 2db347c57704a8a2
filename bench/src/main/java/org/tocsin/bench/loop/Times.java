package org.tocsin.bench.loop;

import org.tocsin.bench.load.Latency;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;

/** How long each kind of request took. */
final class Times {
  private final Latency inbox = new Latency("inbox, all views");
  private final Latency mine = new Latency("inbox: mine");
  private final Latency station = new Latency("inbox: station");
  private final Latency below = new Latency("inbox: below");
  private final Latency open = new Latency("open one");
  private final Latency timeline = new Latency("open one, and its timeline after it");
  private final Latency write = new Latency("write, both");
  private final Latency act = new Latency("write: act");
  private final Latency assign = new Latency("write: assign");
  private final Latency search = new Latency("search, both");
  private final Latency byNumber = new Latency("search: case number");
  private final Latency byStreet = new Latency("search: street");

  void inbox(String view, long at, boolean counted) {
    both(
        inbox,
        switch (view) {
          case "mine" -> mine;
          case "station" -> station;
          default -> below;
        },
        at,
        counted);
  }

  void opened(long at, boolean counted) {
    if (counted) {
      open.record(System.nanoTime() - at);
    }
  }

  void timeline(long at, boolean counted) {
    if (counted) {
      timeline.record(System.nanoTime() - at);
    }
  }

  void wrote(boolean acted, long at, boolean counted) {
    both(write, acted ? act : assign, at, counted);
  }

  void searched(boolean number, long at, boolean counted) {
    both(search, number ? byNumber : byStreet, at, counted);
  }

  private static void both(Latency all, Latency one, long at, boolean counted) {
    if (counted) {
      long nanos = System.nanoTime() - at;
      all.record(nanos);
      one.record(nanos);
    }
  }

  void into(Report report) {
    Table table = Latency.table("Latencies, measured from the scheduled instant (open loop)");
    var json = report.json();
    inbox.row(table, json, "inbox");
    mine.row(table, json, "inbox_mine");
    station.row(table, json, "inbox_station");
    below.row(table, json, "inbox_below");
    open.row(table, json, "open");
    timeline.row(table, json, "open_and_timeline");
    write.row(table, json, "write");
    act.row(table, json, "act");
    assign.row(table, json, "assign");
    search.row(table, json, "search");
    byNumber.row(table, json, "search_number");
    byStreet.row(table, json, "search_street");
    report.add(table);
    report.target("inbox, p99", 150, inbox.ms(99), "ms");
    report.target("open one, p99", 150, open.ms(99), "ms");
    report.target("write, p99", 300, write.ms(99), "ms");
    report.target("search, p99", 500, search.ms(99), "ms");
  }
}
