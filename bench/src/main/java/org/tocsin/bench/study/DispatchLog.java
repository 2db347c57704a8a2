package org.tocsin.bench.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * The recorded week, read straight from San Francisco's public log: one row per unit and call. The
 * column "Unit sequence in call dispatch" is not used: wherever several units were sent in one
 * second it follows the order of arrival, so to take its number 1 as the unit chosen first would be
 * hindsight.
 *
 * @param calls in the order in which the first unit was sent
 * @param excluded rows that cannot be true and what was left out of them
 */
public record DispatchLog(List<StudyCall> calls, List<Excluded> excluded) {
  /** The log's local time. */
  public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/uuuu hh:mm:ss a", Locale.US);
  private static final Pattern PLACE =
      Pattern.compile("\\(\\s*([-+]?[\\d.]+)\\s*,\\s*([-+]?[\\d.]+)\\s*\\)");

  /** A row, or a part of it, that does not count, and why. */
  public record Excluded(long line, String row, String why) {}

  /** The first log in a folder. */
  public static Path in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().contains(".csv"))
          .min(Comparator.comparing(Path::toString))
          .orElseThrow(() -> new IOException("no CSV in " + folder.getFileName()));
    }
  }

  /** Reads a log, gzipped or not. */
  public static DispatchLog read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return read(in);
    }
  }

  /** Reads a log. */
  public static DispatchLog read(InputStream in) throws IOException {
    Reading reading = new Reading();
    try (CSVParser rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
      // Line 1 is the header.
      rows.forEach(row -> reading.take(row.getRecordNumber() + 1, row));
    }
    return reading.log();
  }

  private static final class Reading {
    private final Map<String, List<Response>> responses = new LinkedHashMap<>();
    private final Map<String, Point> places = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final List<Excluded> excluded = new ArrayList<>();

    void take(long line, CSVRecord row) {
      String call = row.get("Call Number");
      String name = call + "-" + row.get("Unit ID");
      Matcher place = PLACE.matcher(row.get("Location"));
      Instant dispatched = time(row, "Dispatch DtTm");
      if (!place.find() || dispatched == null) {
        excluded.add(new Excluded(line, name, "no place or no time of dispatch: row left out"));
        return;
      }
      places.putIfAbsent(
          call, new Point(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))));
      addresses.putIfAbsent(call, row.get("Address"));
      areas.putIfAbsent(call, row.get("Station Area"));
      responses
          .computeIfAbsent(call, c -> new ArrayList<>())
          .add(judged(line, name, row, dispatched));
    }

    private Response judged(long line, String name, CSVRecord row, Instant dispatched) {
      Instant departed = time(row, "Response DtTm");
      Instant arrived = time(row, "On Scene DtTm");
      Instant available = time(row, "Available DtTm");
      if (departed != null && arrived != null && arrived.isBefore(departed)) {
        excluded.add(
            new Excluded(line, name, "on scene before it set off: its travel does not count"));
        departed = null;
      }
      if (available != null && available.isBefore(dispatched)) {
        excluded.add(new Excluded(line, name, "available before it was sent: taken as missing"));
        available = null;
      }
      return new Response(
          line,
          row.get("Call Number"),
          row.get("Unit ID"),
          row.get("Unit Type"),
          !row.get("Priority").matches("[2AB]"),
          dispatched,
          departed,
          arrived,
          time(row, "Transport DtTm"),
          available);
    }

    DispatchLog log() {
      List<StudyCall> calls = new ArrayList<>();
      responses.forEach(
          (call, list) -> {
            list.sort(Comparator.comparing(Response::dispatched).thenComparing(Response::unit));
            Point place = places.get(call);
            if (place != null) {
              calls.add(
                  new StudyCall(
                      call,
                      place,
                      addresses.getOrDefault(call, ""),
                      areas.getOrDefault(call, ""),
                      list));
            }
          });
      calls.sort(Comparator.comparing(StudyCall::decided).thenComparing(StudyCall::number));
      return new DispatchLog(List.copyOf(calls), List.copyOf(excluded));
    }

    private static @Nullable Instant time(CSVRecord row, String column) {
      String text = row.get(column);
      return text.isBlank() ? null : LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
    }
  }
}
