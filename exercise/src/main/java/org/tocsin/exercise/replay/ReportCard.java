package org.tocsin.exercise.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Quantiles;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a replay came to, for people and as JSON.
 *
 * @param lost what the feed has and the instance has not, or otherwise; must be empty
 * @param refused possible steps that were refused; must be empty
 * @param explained incidents that stay open, with the reason the record gives
 * @param impossible rows with stamps that cannot be true, with reasons
 * @param impossibleRefused how many of those stamps the server was asked to take and refused
 * @param impossibleTaken those it took; must be empty
 * @param computed the intervals by the independent reading of the log; empty if it cannot read this
 *     log
 * @param published the intervals by the server's own figures; empty if it publishes none
 */
record ReportCard(
    String feed,
    int callsIn,
    int incidents,
    int units,
    int assignments,
    int closed,
    List<String> lost,
    List<String> refused,
    List<String> explained,
    List<String> impossible,
    int impossibleRefused,
    List<String> impossibleTaken,
    Map<String, Spread> recorded,
    Map<String, Spread> computed,
    Map<String, Spread> published,
    List<Long> acceptToBoardMicros,
    long steps,
    long repeatedRequests,
    int kills,
    int streamReconnects,
    List<Finding> findings,
    double playSeconds,
    double wallSeconds) {

  /** The same with the times it took. */
  ReportCard with(double play, double wall) {
    return new ReportCard(
        feed,
        callsIn,
        incidents,
        units,
        assignments,
        closed,
        lost,
        refused,
        explained,
        impossible,
        impossibleRefused,
        impossibleTaken,
        recorded,
        computed,
        published,
        acceptToBoardMicros,
        steps,
        repeatedRequests,
        kills,
        streamReconnects,
        findings,
        play,
        wall);
  }

  /** Every reason not to be content, in words. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    lost.forEach(l -> failures.add("lost: " + l));
    refused.forEach(r -> failures.add("refused: " + r));
    impossibleTaken.forEach(i -> failures.add("impossible, but taken: " + i));
    findings.stream()
        .filter(f -> !f.holds())
        .forEach(f -> f.broken().forEach(b -> failures.add(f.rule() + ": " + b)));
    differences("the independent computation", computed, failures);
    differences("the server's figures", published, failures);
    return failures;
  }

  private void differences(String whose, Map<String, Spread> other, List<String> failures) {
    other.forEach(
        (name, spread) -> {
          if (!spread.equals(recorded.get(name))) {
            failures.add(
                "%s is %s by the records, %s by %s"
                    .formatted(name, recorded.get(name), spread, whose));
          }
        });
  }

  private double micros(double p) {
    long[] sorted = acceptToBoardMicros.stream().mapToLong(Long::longValue).sorted().toArray();
    return Quantiles.nearestRank(sorted, p).orElse(0) / 1000.0;
  }

  ObjectNode json() {
    ObjectNode card = Tocsin.object();
    card.put("feed", feed).put("calls_in", callsIn).put("incidents", incidents).put("units", units);
    card.put("assignments", assignments)
        .put("closed", closed)
        .put("lost", lost.size() + refused.size());
    list(card.putArray("explained"), explained);
    list(card.putArray("impossible_rows"), impossible);
    card.put("impossible_refused_by_server", impossibleRefused)
        .put("impossible_taken_by_server", impossibleTaken.size());
    spreads(card.putObject("interval_seconds"), recorded);
    spreads(card.putObject("interval_seconds_independent"), computed);
    spreads(card.putObject("interval_seconds_published"), published);
    card.putObject("accept_to_board_ms")
        .put("p50", micros(0.5))
        .put("p95", micros(0.95))
        .put("p99", micros(0.99))
        .put("count", acceptToBoardMicros.size());
    card.put("steps", steps).put("requests_repeated", repeatedRequests).put("kills", kills);
    card.put("stream_reconnects", streamReconnects);
    ArrayNode rules = card.putArray("rules");
    findings.forEach(
        f ->
            rules
                .addObject()
                .put("rule", f.rule())
                .put("checked", f.checked())
                .put("broken", f.broken().size()));
    list(card.putArray("failures"), failures());
    return card.put("play_seconds", playSeconds).put("wall_seconds", wallSeconds);
  }

  private static void list(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void spreads(ObjectNode object, Map<String, Spread> spreads) {
    spreads.forEach(
        (name, s) ->
            object
                .putObject(name)
                .put("median", s.median())
                .put("p90", s.p90())
                .put("count", s.count()));
  }

  String print() {
    StringBuilder out = new StringBuilder();
    line(out, "");
    line(out, "Report card: %s", feed);
    line(
        out,
        "  calls in %d   incidents %d   units %d   assignments %d",
        callsIn,
        incidents,
        units,
        assignments);
    line(
        out,
        "  closed %d   explained %d   lost %d   refused %d",
        closed,
        explained.size(),
        lost.size(),
        refused.size());
    line(out, "");
    line(out, "  %-26s %8s %10s %10s", "seconds", "count", "median", "p90");
    new TreeMap<>(recorded)
        .forEach(
            (name, s) ->
                line(
                    out,
                    "  %-26s %8d %10d %10d  %s",
                    name,
                    s.count(),
                    s.median(),
                    s.p90(),
                    agreement(name, s)));
    line(out, "");
    line(
        out,
        "  accept to another client's board: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d accepts)",
        micros(0.5),
        micros(0.95),
        micros(0.99),
        acceptToBoardMicros.size());
    line(
        out,
        "  %d steps in %.0f s (%.0f in all), %d requests repeated, %d kills",
        steps,
        playSeconds,
        wallSeconds,
        repeatedRequests,
        kills);
    line(out, "");
    findings.forEach(f -> line(out, "%s", f.print()));
    section(out, "open at the end, explained", explained, 20);
    section(
        out,
        "rows with impossible times: those stamps are not counted; the server refused %d of them"
            .formatted(impossibleRefused),
        impossible,
        60);
    section(out, "FAILURES", failures(), 40);
    line(
        out,
        failures().isEmpty() ? "Nothing was lost." : "NOT all is well: %d failures.",
        failures().size());
    return out.toString();
  }

  private String agreement(String name, Spread spread) {
    String text =
        computed.isEmpty()
            ? ""
            : spread.equals(computed.get(name)) ? "= the log itself" : "≠ the log itself";
    return text
        + (published.isEmpty()
            ? ""
            : spread.equals(published.get(name)) ? ", = published figure" : ", ≠ published figure");
  }

  private static void section(StringBuilder out, String title, List<String> texts, int shown) {
    if (!texts.isEmpty()) {
      line(out, "");
      line(out, "  %s (%d):", title, texts.size());
      texts.stream().limit(shown).forEach(t -> line(out, "    %s", t));
      if (texts.size() > shown) {
        line(out, "    and %d more", texts.size() - shown);
      }
    }
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(values.length == 0 ? format : String.format(java.util.Locale.ROOT, format, values))
        .append('\n');
  }
}
