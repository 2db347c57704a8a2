package org.tocsin.bench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tocsin bench study}. */
@Command(
    name = "study",
    description = "Recommended against really sent units, and travel times, on a recorded week.")
public final class StudyBench extends BenchCommand {
  private static final int[] LINGERS = {0, 10, 20};

  @Option(
      names = "--linger",
      paramLabel = "MINUTES",
      defaultValue = "10",
      description = "How long a unit stays where its call was (default ${DEFAULT-VALUE}).")
  private int linger;

  @Override
  protected Optional<Report> measure() throws IOException {
    Optional<Path> folder = Workspace.data("sf_fire_dispatch");
    Optional<Path> streets = Workspace.data("sf_roads/sf_edges.csv.gz");
    if (folder.isEmpty() || streets.isEmpty()) {
      say("skipped: the recorded week (sf_fire_dispatch, sf_roads) is not in ../shared/data");
      return Optional.empty();
    }
    DispatchLog log = DispatchLog.read(DispatchLog.in(folder.get()));
    StudyRoads roads = StudyRoads.read(streets.get());
    Study study = new Study(log, roads, BenchCommand::say);
    Study.Result result = study.run(Duration.ofMinutes(linger), true);
    Report report = new StudyReport(log, roads, result).write();
    report.add(sensitivity(study));
    return Optional.of(report);
  }

  /** What the choices made in the position model do to the result. */
  private static Table sensitivity(Study study) {
    Table table =
        Table.of(
            "What the position model's choices change (days 5 to 8)",
            "stations",
            "minutes at the call's place",
            "same unit",
            "gain median",
            "p90",
            "travels from stations",
            "error median",
            "p90");
    for (boolean fitted : new boolean[] {false, true}) {
      for (int minutes : LINGERS) {
        sensitivity(table, study.run(Duration.ofMinutes(minutes), fitted), fitted, minutes);
      }
    }
    return table;
  }

  private static void sensitivity(Table table, Study.Result result, boolean fitted, int minutes) {
    List<Choice> leading =
        result.choices().stream().filter(c -> c.leading() && result.judged(c)).toList();
    Spread gain = StudyReport.spread(leading, Choice::gain);
    Errors errors =
        Errors.of(
            result.predicted().stream()
                .filter(p -> p.trip().from().kind() == Whereabouts.Kind.HOME)
                .map(p -> new Errors.Pair(p.calibrated(), p.trip().observed()))
                .toList());
    double same = leading.stream().filter(Choice::same).count() / (double) leading.size();
    table.row(
        fitted ? "fitted" : "medians",
        minutes,
        String.format(Locale.ROOT, "%.1f%%", 100 * same),
        StudyReport.whole(gain.median()),
        StudyReport.whole(gain.p90()),
        errors.absolute().count(),
        StudyReport.whole(errors.absolute().median()),
        StudyReport.whole(errors.absolute().p90()));
  }
}
