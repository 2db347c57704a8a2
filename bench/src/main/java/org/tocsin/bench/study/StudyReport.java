package org.tocsin.bench.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.bench.report.Bars;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.study.Study.Predicted;
import org.tocsin.bench.study.Study.Result;
import tools.jackson.databind.node.ObjectNode;

/** Puts the study's result into tables. */
final class StudyReport {
  private static final double[] GAIN_EDGES = {1, 30, 60, 120, 180, 300, 600};
  private static final double[] ERROR_EDGES = {
    -600, -300, -180, -120, -60, 0, 60, 120, 180, 300, 600
  };

  private final DispatchLog log;
  private final StudyRoads roads;
  private final Result result;
  private final Report report =
      new Report(
          "study",
          "Whom we would have sent first against who was sent, and predicted against observed"
              + " travel, on a recorded week of San Francisco fire and medical calls.");

  StudyReport(DispatchLog log, StudyRoads roads, Result result) {
    this.log = log;
    this.roads = roads;
    this.result = result;
  }

  Report write() {
    input();
    choices();
    kinds();
    errors();
    calibration();
    excluded();
    report.note(
        "Positions are a model; the log has none. An engine or truck lives at its station. Where"
            + " that is the log does not say either: it is put at the median place of the calls in"
            + " its station area on days 1 to 4, then moved to that call's place in the area from"
            + " which its own travels on those days are predicted best. A unit stays where its call"
            + " was for the lingering time after becoming available, then counts as at its station;"
            + " all of them count as on duty all week. Ambulances, rescue captains, squads and"
            + " chiefs have no home: they count as where their last call was (after a transport the"
            + " hospital is not in the log, so that place is wrong by the way to a hospital) and as"
            + " on duty between two of their own dispatches at most 6 hours apart, which is known"
            + " only in hindsight. So \"soonest\" is soonest by this model, and dispatchers knew"
            + " more than it does.");
    report.note(
        "What bounds the claim: the street table has no one-way streets, turn bans, signals or"
            + " traffic; speeds are by class of road only. Places are blocks or crossings, not doors."
            + " Observed travel is from the departure to the arrival that crews reported by button,"
            + " to the second but not better than they pressed. Where several units were sent in one"
            + " second the log does not say who was meant to be first: its sequence column follows"
            + " the order of arrival there, so it is not used; each kind of unit sent in that second"
            + " is compared by itself, and one kind, in the order engine, truck, rescue squad,"
            + " medic, private ambulance, rescue captain, chief, stands for the call. Nothing here says"
            + " that patients would have been reached sooner: our unit's travel was not observed.");
    return report;
  }

  private void input() {
    Table table = Table.of("Input", "what", "count");
    long responses = log.calls().stream().mapToLong(c -> c.responses().size()).sum();
    long ties = log.calls().stream().filter(c -> c.sentFirst().size() > 1).count();
    table.row("calls", log.calls().size());
    table.row("unit responses", responses);
    table.row("calls where several units were sent in the first second", ties);
    table.row("road segments (refused rows: " + roads.rejected() + ")", roads.segments().size());
    table.row("rows that cannot be true, listed below", log.excluded().size());
    report.add(table);
    report
        .json()
        .put("calls", log.calls().size())
        .put("responses", responses)
        .put("judged_from", result.judgedFrom().toString());
  }

  private void choices() {
    Table table =
        Table.of(
            "First unit: ours against the one sent (predicted travel in seconds; one choice a call)",
            "days",
            "calls",
            "same unit",
            "ours median",
            "p90",
            "sent median",
            "p90",
            "gain median",
            "p90",
            "gain ≥ 60 s");
    choiceRow(
        table, "1 to 4 (calibrated on)", "calibration_days", c -> c.leading() && !result.judged(c));
    choiceRow(table, "5 to 8 (judged)", "judged_days", c -> c.leading() && result.judged(c));
    choiceRow(table, "all", "all_days", Choice::leading);
    choiceRow(
        table,
        "all, both at stations",
        "all_days_both_at_stations",
        c -> c.leading() && c.bothAtHome());
    report.add(table);
    double[] gains =
        result.choices().stream().filter(Choice::leading).mapToDouble(Choice::gain).toArray();
    report.drawing(
        Bars.draw("Predicted seconds our unit is there sooner (all days)", gains, GAIN_EDGES));
  }

  private void choiceRow(Table table, String label, String field, Predicate<Choice> which) {
    List<Choice> some = result.choices().stream().filter(which).toList();
    Spread ours = spread(some, Choice::recommendedSeconds);
    Spread sent = spread(some, Choice::sentSeconds);
    Spread gain = spread(some, Choice::gain);
    double same = share(some, Choice::same);
    double minute = share(some, c -> c.gain() >= 60);
    table.row(
        label,
        some.size(),
        percent(same),
        whole(ours.median()),
        whole(ours.p90()),
        whole(sent.median()),
        whole(sent.p90()),
        whole(gain.median()),
        whole(gain.p90()),
        percent(minute));
    ObjectNode json = report.json().withObjectProperty("first_unit").putObject(field);
    json.put("choices", some.size()).put("same_share", same).put("gain_60s_share", minute);
    put(json, "recommended_seconds", ours);
    put(json, "sent_seconds", sent);
    put(json, "gain_seconds", gain);
  }

  private void kinds() {
    Table table =
        Table.of(
            "By kind of unit sent in the first second (all days; a call counts once for each kind)",
            "kind",
            "choices",
            "free units, median",
            "same unit",
            "ours median",
            "sent median",
            "sent, observed median",
            "gain median",
            "p90");
    Map<String, List<Choice>> byType = new TreeMap<>();
    result
        .choices()
        .forEach(c -> byType.computeIfAbsent(c.type(), t -> new java.util.ArrayList<>()).add(c));
    byType.forEach(
        (type, some) -> {
          Spread gain = spread(some, Choice::gain);
          double same = share(some, Choice::same);
          table.row(
              type,
              some.size(),
              whole(spread(some, Choice::free).median()),
              percent(same),
              whole(spread(some, Choice::recommendedSeconds).median()),
              whole(spread(some, Choice::sentSeconds).median()),
              whole(observed(some).median()),
              whole(gain.median()),
              whole(gain.p90()));
          ObjectNode json = report.json().withObjectProperty("by_kind").putObject(type);
          json.put("choices", some.size()).put("same_share", same);
          put(json, "gain_seconds", gain);
        });
    report.add(table);
  }

  private static Spread observed(List<Choice> some) {
    return Spread.of(
        some.stream()
            .map(Choice::observedSeconds)
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  private void errors() {
    Table table =
        Table.of(
            "Predicted against observed travel on days 5 to 8 (seconds; calibrated on days 1 to 4)",
            "travels",
            "prediction",
            "count",
            "observed median",
            "p90",
            "bias median",
            "error median",
            "p90",
            "relative median",
            "p90");
    Predicate<Predicted> home = p -> p.trip().from().kind() == Whereabouts.Kind.HOME;
    errorRows(table, "all", "all", p -> true);
    errorRows(table, "lights and siren", "urgent", p -> p.trip().response().urgent());
    errorRows(table, "without", "calm", p -> !p.trip().response().urgent());
    errorRows(table, "from the station", "from_station", home);
    errorRows(
        table,
        "from the station, lights and siren",
        "from_station_urgent",
        home.and(p -> p.trip().response().urgent()));
    for (Whereabouts.Kind kind :
        List.of(
            Whereabouts.Kind.AFTER_CALL,
            Whereabouts.Kind.LAST_CALL,
            Whereabouts.Kind.AFTER_TRANSPORT)) {
      errorRows(
          table,
          kind.words(),
          kind.name().toLowerCase(Locale.ROOT),
          p -> p.trip().from().kind() == kind);
    }
    report.add(table);
    double[] errors =
        result.predicted().stream()
            .filter(home)
            .mapToDouble(p -> p.calibrated() - p.trip().observed())
            .toArray();
    report.drawing(
        Bars.draw(
            "Predicted less observed seconds, calibrated, from the station, days 5 to 8",
            errors,
            ERROR_EDGES));
  }

  private void errorRows(Table table, String label, String field, Predicate<Predicted> which) {
    List<Predicted> some = result.predicted().stream().filter(which).toList();
    ObjectNode json = report.json().withObjectProperty("travel_errors").putObject(field);
    json.put("count", some.size());
    errorRow(table, label, "pack's speeds", json, some, Predicted::uncalibrated);
    errorRow(table, "", "calibrated", json, some, Predicted::calibrated);
    errorRow(table, "", "constant", json, some, Predicted::constant);
  }

  private static void errorRow(
      Table table,
      String label,
      String how,
      ObjectNode json,
      List<Predicted> some,
      ToDoubleFunction<Predicted> of) {
    Errors e =
        Errors.of(
            some.stream()
                .map(p -> new Errors.Pair(of.applyAsDouble(p), p.trip().observed()))
                .toList());
    table.row(
        label,
        how,
        some.size(),
        whole(e.observed().median()),
        whole(e.observed().p90()),
        whole(e.bias().median()),
        whole(e.absolute().median()),
        whole(e.absolute().p90()),
        percent(e.relative().median()),
        percent(e.relative().p90()));
    put(json, "observed_seconds", e.observed());
    ObjectNode own = json.putObject(how.replaceAll("\\W+", "_"));
    put(own, "bias_seconds", e.bias());
    put(own, "absolute_seconds", e.absolute());
    put(own, "relative", e.relative());
  }

  private void calibration() {
    Calibration c = result.calibration();
    Table table = Table.of("Calibration", "what", "value");
    table.row("travels from stations on days 1 to 4", c.trips());
    Map<RoadClass, Double> km = roads.kilometres();
    roads.speeds().kmh().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(e -> km.containsKey(e.getKey()))
        .forEach(
            e ->
                table.row(
                    "%s, %.0f km: %.0f km/h by the pack, relative factor"
                        .formatted(e.getKey(), km.get(e.getKey()), e.getValue()),
                    two(c.classes().getOrDefault(e.getKey(), 1.0))));
    table.row("lights and siren: seconds", line(c.urgent()));
    table.row("without: seconds", line(c.calm()));
    table.row("mean absolute error on those travels, s", whole(c.meanAbsoluteError()));
    table.row("sets of factors tried, and seconds for it", c.rounds() + ", " + whole(c.seconds()));
    report.add(table);
    ObjectNode json = report.json().putObject("calibration");
    json.put("trips", c.trips()).put("fit_seconds", c.seconds());
    ObjectNode classes = json.putObject("class_factors");
    c.classes().forEach((k, v) -> classes.put(k.name(), v));
    json.put("urgent_overhead_seconds", c.urgent().overhead())
        .put("urgent_factor", c.urgent().factor());
    json.put("calm_overhead_seconds", c.calm().overhead()).put("calm_factor", c.calm().factor());
  }

  private void excluded() {
    Table table = Table.of("Not counted", "what", "count");
    log.excluded().forEach(e -> table.row("line " + e.line() + " " + e.row() + ": " + e.why(), 1));
    result
        .notCompared()
        .forEach(
            (kind, n) ->
                table.row(
                    "first unit not compared: the unit sent was " + kind.words() + " by the log",
                    n));
    table.row(
        "of these, calls without any comparison of their leading kind",
        result.leadingNotCompared());
    table.row("responses of days 5 to 8 without departure or arrival", result.noTravel());
    result
        .notTrips()
        .forEach(
            (kind, n) ->
                table.row(
                    "travels of days 5 to 8 not judged: the unit was "
                        + kind.words()
                        + " by the log",
                    n));
    report.add(table);
    report
        .json()
        .put("excluded_rows", log.excluded().size())
        .put("leading_not_compared", result.leadingNotCompared());
  }

  static Spread spread(List<Choice> some, ToDoubleFunction<Choice> of) {
    return Spread.of(some.stream().mapToDouble(of).toArray());
  }

  private static double share(List<Choice> some, Predicate<Choice> which) {
    return some.isEmpty() ? Double.NaN : some.stream().filter(which).count() / (double) some.size();
  }

  private static void put(ObjectNode json, String name, Spread spread) {
    json.putObject(name)
        .put("count", spread.count())
        .put("median", spread.median())
        .put("p90", spread.p90());
  }

  static String whole(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  private static String line(Line line) {
    return String.format(Locale.ROOT, "%.0f + %.2f × road time", line.overhead(), line.factor());
  }
}
