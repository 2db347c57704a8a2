package org.tocsin.bench.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.app.matter.DuplicateScore;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code ./tocsin bench duplicates}. */
@Command(
    name = "duplicates",
    description = "Precision and recall of the suggested duplicate, on constructed second callers.")
public final class DuplicatesBench extends BenchCommand {
  private static final Duration FITTED = Duration.ofDays(4);
  private static final double[] THRESHOLDS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9};
  private static final String PACK = "/packs/incident-types.yaml";

  @Override
  protected Optional<Report> measure() throws IOException {
    Optional<Path> week = Workspace.data("sf_fire_dispatch");
    if (week.isEmpty()) {
      say("skipped: the recorded week (sf_fire_dispatch) is not in ../shared/data");
      return Optional.empty();
    }
    Feed feed =
        new FeedReader(Mappings.of(Workspace.root().resolve("packs/feeds/san-francisco.yaml")))
            .read(week.get());
    SecondCallers callers = new SecondCallers(feed.calls(), types());
    Instant split = feed.first().plus(FITTED);
    Report report =
        new Report(
            "duplicates",
            "How often the incident suggested to a second caller is the right one, on second callers"
                + " constructed from a recorded week.");
    Table table =
        Table.of(
            "Suggestions by threshold (" + DuplicateScore.THRESHOLD + " is in force)",
            "days",
            "threshold",
            "second callers",
            "recall",
            "right one first",
            "precision",
            "first callers alarmed",
            "precision over both");
    for (boolean judged : new boolean[] {false, true}) {
      for (double threshold : THRESHOLDS) {
        SecondCallers.Measure m =
            judged
                ? callers.measure(split, Instant.MAX, threshold)
                : callers.measure(Instant.MIN, split, threshold);
        row(table, judged, threshold, m);
        if (judged && threshold == DuplicateScore.THRESHOLD) {
          report
              .json()
              .put("threshold", threshold)
              .put("second_callers", m.seconds())
              .put("recall", m.recall())
              .put("right_one_first", m.firstShare())
              .put("precision", m.precision())
              .put("false_alarm_share", m.falseAlarms())
              .put("precision_over_both", m.precisionOfAll());
        }
      }
    }
    report.add(table);
    report.note(
        "The week has no joined calls, so they are constructed: to each call a second one, 0 to 10"
            + " minutes later, 70% within 150 m and the others 100 to 220 m away, 30% with a type that"
            + " is confused with the true one, without address text or narrative. Precision is the"
            + " share of right ones among the suggestions to second callers; first callers are asked"
            + " about as well, and whatever is suggested to them counts as wrong (some of it may be"
            + " a true duplicate that the log kept apart). \"Over both\" has one second caller to each"
            + " first, which is more than life has. The score's weights were fitted on days 1 to 4;"
            + " days 5 to 8 judge. The result says how the score treats calls constructed this way,"
            + " not how people call.");
    return Optional.of(report);
  }

  private static void row(Table table, boolean judged, double threshold, SecondCallers.Measure m) {
    table.row(
        judged ? "5 to 8 (judged)" : "1 to 4 (fitted)",
        threshold,
        m.seconds(),
        percent(m.recall()),
        percent(m.firstShare()),
        percent(m.precision()),
        percent(m.falseAlarms()),
        percent(m.precisionOfAll()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** What the score reads of the pack: code, group, and which types are confused. */
  private static Map<String, IncidentType> types() throws IOException {
    try (InputStream pack = DuplicatesBench.class.getResourceAsStream(PACK)) {
      if (pack == null) {
        throw new IOException(PACK + " is not on the class path");
      }
      Map<String, IncidentType> types = new LinkedHashMap<>();
      for (JsonNode type : new YAMLMapper().readTree(pack).path("types")) {
        String code = type.path("code").asString();
        List<String> confused =
            type.path("confused").valueStream().map(JsonNode::asString).toList();
        types.put(
            code,
            new IncidentType(
                code,
                type.path("zh").asString(code),
                type.path("en").asString(code),
                IncidentType.Group.valueOf(type.path("group").asString()),
                false,
                type.path("priority").asInt(3),
                List.of(),
                List.of(),
                code,
                List.of(),
                confused));
      }
      return types;
    }
  }
}
