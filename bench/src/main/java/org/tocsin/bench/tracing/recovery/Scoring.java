package org.tocsin.bench.tracing.recovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.Tracer;

/**
 * Traces the money of each case and counts: an account is named when at least the threshold of the
 * reported money came to it. The threshold is 1% of it, so that coins do not name half a city.
 */
final class Scoring {
  static final List<Rule> RULES = List.of(Rule.FIFO, Rule.LIFO, Rule.HAIRCUT, Rule.LOWEST_BALANCE);
  static final int THRESHOLD_SHARE = 100;

  private final Snapshot snapshot;
  private final Map<String, Map<Rule, Tally>> tallies = new TreeMap<>();

  Scoring(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  void score(List<Case> cases) {
    for (Case c : cases) {
      List<org.tocsin.tracing.Report> reports = new ArrayList<>();
      long sum = 0;
      for (Case.Entry entry : c.reports()) {
        sum += entry.amountFen();
        reports.add(new org.tocsin.tracing.Report(entry.from(), entry.id(), entry.amountFen()));
      }
      TraceRequest request =
          TraceRequest.of(Rule.FIFO, reports.toArray(org.tocsin.tracing.Report[]::new))
              .withUntil(c.until())
              .withDust(Math.max(1, sum / THRESHOLD_SHARE));
      for (Rule rule : RULES) {
        score(c, request.withRule(rule));
      }
    }
  }

  /** Accounts that at least the request's threshold of traced money came to. */
  static BitSet named(Snapshot snapshot, TraceRequest request) {
    BitSet named = new BitSet();
    for (Flow flow : Tracer.trace(snapshot, request).flows()) {
      if (flow.tracedFen() >= request.dustFen()) {
        named.set(flow.to());
      }
    }
    return named;
  }

  private void score(Case c, TraceRequest request) {
    BitSet pattern = new BitSet();
    for (int account : c.accounts()) {
      pattern.set(account);
    }
    BitSet named = named(snapshot, request);
    c.reports().forEach(entry -> named.set(entry.to()));
    for (Case.Entry entry : c.reports()) {
      named.clear(entry.from());
      pattern.clear(entry.from());
    }
    BitSet found = (BitSet) pattern.clone();
    found.and(named);
    BitSet others = (BitSet) named.clone();
    others.andNot(pattern);
    tallies
        .computeIfAbsent(c.typology(), t -> new LinkedHashMap<>())
        .computeIfAbsent(request.rule(), r -> new Tally())
        .add(pattern.cardinality(), found.cardinality(), others.cardinality());
  }

  /** Adds what was counted. */
  void add(Report report, String title, String field) {
    Table table =
        Table.of(
            title,
            "typology",
            "cases",
            "accounts",
            "rule",
            "accounts found",
            "cases found whole",
            "others named, median",
            "p90");
    var json = report.json().putArray(field);
    tallies.forEach(
        (typology, rules) ->
            rules.forEach(
                (rule, t) -> {
                  table.row(
                      typology,
                      t.cases(),
                      t.patternAccounts(),
                      rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                      "%.0f%%".formatted(t.recoveredPercent()),
                      "%.0f%%".formatted(t.wholePercent()),
                      t.falseMedian(),
                      t.false90());
                  json.addObject()
                      .put("typology", typology)
                      .put("rule", rule.name())
                      .put("cases", t.cases())
                      .put("accounts", t.patternAccounts())
                      .put("recovered_percent", t.recoveredPercent())
                      .put("whole_percent", t.wholePercent())
                      .put("false_median", t.falseMedian())
                      .put("false_p90", t.false90());
                }));
    report.add(table);
  }
}
