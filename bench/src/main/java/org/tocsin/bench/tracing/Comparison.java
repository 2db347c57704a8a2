package org.tocsin.bench.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.tracing.engine.Question;
import org.tocsin.bench.tracing.engine.Question.Rule;
import org.tocsin.bench.tracing.engine.Question.Victims;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets the engines of one run side by side: only questions that both have answered in the same
 * pass, and only after their answers have been found equal.
 */
final class Comparison {
  private final Report report;
  private final List<Question> questions;
  private final Outcome tocsin;
  private final long payments;

  Comparison(Report report, List<Question> questions, Outcome tocsin, long payments) {
    this.report = report;
    this.questions = questions;
    this.tocsin = tocsin;
    this.payments = payments;
  }

  /** Checks the answers and adds the tables. */
  void add(List<Outcome> all) {
    for (Outcome peer : all) {
      if (peer != tocsin) {
        check(peer);
      }
    }
    times(all);
    report.add(loading(all));
  }

  private void check(Outcome peer) {
    int differing = 0;
    String first = "";
    for (Question q : questions) {
      var theirs = peer.answers().get(q.number());
      var ours = tocsin.answers().get(q.number());
      if (theirs != null && ours != null && !theirs.equals(ours)) {
        if (differing++ == 0) {
          first = q + ": " + theirs + " against " + ours;
        }
      }
    }
    if (differing > 0) {
      report.failed(
          "%s answers %d questions otherwise, first %s".formatted(peer.engine(), differing, first));
    }
  }

  private void times(List<Outcome> all) {
    for (boolean cold : new boolean[] {false, true}) {
      Table table =
          Table.of(
              "%,d payments, %s, ms".formatted(payments, cold ? "cold" : "warm"),
              "rule",
              "victims",
              "engine",
              "questions",
              "p50",
              "p95",
              "p99",
              "Tocsin p50",
              "Tocsin p99",
              "× at p50",
              "× at p99");
      for (Rule rule : Rule.values()) {
        for (Outcome engine : all) {
          row(table, rule, null, engine, cold);
        }
        for (Outcome engine : all) {
          row(table, rule, Victims.HUB, engine, cold);
        }
      }
      report.add(table);
    }
  }

  private void row(
      Table table,
      Rule rule,
      @org.jspecify.annotations.Nullable Victims victims,
      Outcome engine,
      boolean cold) {
    var theirs = cold ? engine.cold() : engine.warm();
    var ours = cold ? tocsin.cold() : tocsin.warm();
    List<Integer> common = new ArrayList<>();
    for (Question q : questions) {
      boolean asked = q.rule() == rule && (victims == null || q.victims() == victims);
      if (asked && theirs.containsKey(q.number()) && ours.containsKey(q.number())) {
        common.add(q.number());
      }
    }
    if (common.isEmpty()) {
      return;
    }
    Times t = Times.of(theirs, common);
    Times o = Times.of(ours, common);
    boolean self = engine == tocsin;
    table.row(
        rule.text(),
        victims == null ? "all" : "paid a hub",
        engine.engine(),
        t.count(),
        Times.text(t.ms(50)),
        Times.text(t.ms(95)),
        Times.text(t.ms(99)),
        self ? "" : Times.text(o.ms(50)),
        self ? "" : Times.text(o.ms(99)),
        self ? "" : Report.number(t.ms(50) / o.ms(50)),
        self ? "" : Report.number(t.ms(99) / o.ms(99)));
    ObjectNode json =
        report
            .json()
            .putObject(
                "%s_%s_%s_%s_%d"
                    .formatted(
                        engine.engine(),
                        rule.text(),
                        victims == null ? "all" : "hub",
                        cold ? "cold" : "warm",
                        payments));
    t.json(json, "engine");
    o.json(json, "tocsin");
  }

  /** Their p50 or p99 over ours, warm, on the same questions; NaN where one has none. */
  double ratio(Outcome peer, Rule rule, boolean hubs, double percent) {
    Collection<Integer> common =
        questions.stream()
            .filter(q -> q.rule() == rule && (!hubs || q.victims() == Victims.HUB))
            .map(Question::number)
            .filter(n -> peer.warm().containsKey(n) && tocsin.warm().containsKey(n))
            .toList();
    return Times.of(peer.warm(), common).ms(percent) / Times.of(tocsin.warm(), common).ms(percent);
  }

  private Table loading(List<Outcome> all) {
    Table table =
        Table.of(
            "%,d payments: loading with the derived columns".formatted(payments),
            "engine",
            "seconds, indexes included",
            "payments a second",
            "bytes a payment");
    for (Outcome engine : all) {
      double seconds = engine.number("load_s");
      double bytes = engine.number("bytes") / payments;
      if (!Double.isNaN(seconds)) {
        table.row(
            engine.engine(),
            Report.number(seconds),
            "%,.0f".formatted(payments / seconds),
            Report.number(bytes));
        report
            .json()
            .putObject("load_" + engine.engine() + "_" + payments)
            .put("load_s", seconds)
            .put("bytes_per_payment", bytes);
      }
    }
    return table;
  }
}
