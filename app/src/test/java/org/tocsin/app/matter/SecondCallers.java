package org.tocsin.app.matter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/** Makes second callers out of a recorded week and measures what is suggested to them. */
final class SecondCallers {
  private static final long SEED = 20170101;
  private static final int SHOWN = 5;
  private static final double WINDOW_MINUTES = 240;
  private static final double RADIUS_METRES = 1_000;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

  /** The week's types in ours; the feed mapping of the player says the same. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("Medical Incident", "MEDICAL"),
          Map.entry("Alarms", "ALARM"),
          Map.entry("Structure Fire", "STRUCTURE-FIRE"),
          Map.entry("Traffic Collision", "TRAFFIC-COLLISION"),
          Map.entry("Outside Fire", "OUTSIDE-FIRE"),
          Map.entry("Citizen Assist / Service Call", "CITIZEN-ASSIST"),
          Map.entry("Electrical Hazard", "ELECTRICAL-HAZARD"),
          Map.entry("Elevator / Escalator Rescue", "ELEVATOR-RESCUE"),
          Map.entry("Gas Leak (Natural and LP Gases)", "GAS-LEAK"),
          Map.entry("Vehicle Fire", "VEHICLE-FIRE"),
          Map.entry("Odor (Strange / Unknown)", "ODOR"),
          Map.entry("Water Rescue", "WATER-RESCUE"),
          Map.entry("Fuel Spill", "FUEL-SPILL"),
          Map.entry("Confined Space / Structure Collapse", "CONFINED-SPACE"),
          Map.entry("Smoke Investigation (Outside)", "SMOKE-OUTSIDE"),
          Map.entry("Industrial Accidents", "INDUSTRIAL-ACCIDENT"),
          Map.entry("HazMat", "HAZMAT"));

  /** One true call: when it came and when its last unit was free, in minutes. */
  record Call(double minute, double end, Point point, IncidentType type) {
    DuplicateScore.Report report() {
      return new DuplicateScore.Report(point, "", type, minute, "");
    }
  }

  /**
   * What was measured.
   *
   * @param recall second callers whose incident was among those suggested
   * @param precision suggestions to second callers that were right
   * @param falseAlarms true first callers who were suggested anything
   * @param precisionOfAll right ones among the suggestions to all, one second caller to each first
   */
  record Measure(
      int secondCallers,
      double recall,
      double precision,
      double falseAlarms,
      double precisionOfAll) {
    @Override
    public String toString() {
      return "%d second callers, recall %.3f, precision %.3f; false alarms for first callers %.3f,"
              .formatted(secondCallers, recall, precision, falseAlarms)
          + " precision over both %.3f".formatted(precisionOfAll);
    }
  }

  private SecondCallers() {}

  /** The calls in the order they came; empty where the data is missing. */
  static List<Call> week(IncidentTypes types) {
    Path file = file();
    if (file == null) {
      return List.of();
    }
    Map<String, Call> calls = new LinkedHashMap<>();
    try (Reader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row : format.parse(reader)) {
        calls.merge(row.get("Call Number"), call(row, types), SecondCallers::longer);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return calls.values().stream().sorted(Comparator.comparingDouble(Call::minute)).toList();
  }

  private static @Nullable Path file() {
    String given = System.getenv("TOCSIN_DATA");
    List<Path> roots =
        given == null
            ? List.of(Path.of("../../shared/data"), Path.of("../shared/data"))
            : List.of(Path.of(given));
    for (Path root : roots) {
      Path folder = root.resolve("sf_fire_dispatch");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          return files
              .filter(f -> f.toString().endsWith("2017-01-07.csv.gz"))
              .findFirst()
              .orElse(null);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return null;
  }

  private static Call call(CSVRecord row, IncidentTypes types) {
    double received = minute(row.get("Received DtTm"));
    String free = row.get("Available DtTm");
    Matcher m = NUMBER.matcher(row.get("Location"));
    double lat = m.find() ? Double.parseDouble(m.group()) : 0;
    double lon = m.find() ? Double.parseDouble(m.group()) : 0;
    String type = TYPES.getOrDefault(row.get("Call Type"), "OTHER");
    return new Call(
        received,
        free.isEmpty() ? received + 60 : minute(free),
        new Point(lat, lon),
        types.get(type));
  }

  private static Call longer(Call a, Call b) {
    return new Call(a.minute(), Math.max(a.end(), b.end()), a.point(), a.type());
  }

  private static double minute(String text) {
    return LocalDateTime.parse(text, TIME).toEpochSecond(ZoneOffset.UTC) / 60.0;
  }

  static Measure measure(List<Call> week, List<Call> asked, IncidentTypes types, double threshold) {
    Random random = new Random(SEED);
    int found = 0;
    int wrong = 0;
    int alarmed = 0;
    int alarms = 0;
    for (Call call : asked) {
      DuplicateScore.Report second = second(call, types, random);
      List<Call> suggested = suggested(week, second, null, threshold);
      found += suggested.contains(call) ? 1 : 0;
      wrong += suggested.size() - (suggested.contains(call) ? 1 : 0);
      int first = suggested(week, call.report(), call, threshold).size();
      alarmed += first > 0 ? 1 : 0;
      alarms += first;
    }
    return new Measure(
        asked.size(),
        found / (double) asked.size(),
        found / (double) (found + wrong),
        alarmed / (double) asked.size(),
        found / (double) (found + wrong + alarms));
  }

  private static DuplicateScore.Report second(Call call, IncidentTypes types, Random random) {
    double minute = call.minute() + random.nextDouble() * 10;
    boolean here = random.nextDouble() < 0.7;
    double metres = here ? random.nextDouble() * 150 : 100 + random.nextDouble() * 120;
    double angle = random.nextDouble() * 2 * Math.PI;
    double lat = call.point().lat() + metres * Math.cos(angle) / METRES_PER_DEGREE;
    double lon =
        call.point().lon()
            + metres * Math.sin(angle) / METRES_PER_DEGREE / Math.cos(Math.toRadians(lat));
    List<IncidentType> confused = confused(call.type(), types);
    IncidentType type =
        random.nextDouble() < 0.3 && !confused.isEmpty()
            ? confused.get(random.nextInt(confused.size()))
            : call.type();
    return new DuplicateScore.Report(new Point(lat, lon), "", type, minute, "");
  }

  private static List<IncidentType> confused(IncidentType type, IncidentTypes types) {
    return types.list().stream()
        .filter(
            t -> t.confusedWith().contains(type.code()) || type.confusedWith().contains(t.code()))
        .toList();
  }

  private static List<Call> suggested(
      List<Call> week, DuplicateScore.Report asked, @Nullable Call itself, double threshold) {
    record Scored(Call call, double score) {}
    List<Scored> scored = new ArrayList<>();
    for (Call call : week) {
      if (call.minute() > asked.minute()) {
        break;
      }
      boolean open =
          call != itself
              && call.end() >= asked.minute()
              && asked.minute() - call.minute() <= WINDOW_MINUTES;
      Point point = asked.point();
      if (!open || point == null || point.distanceTo(call.point()) > RADIUS_METRES) {
        continue;
      }
      double score = DuplicateScore.of(asked, call.report()).probability();
      if (score >= threshold) {
        scored.add(new Scored(call, score));
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(SHOWN)
        .map(Scored::call)
        .toList();
  }
}
