package org.tocsin.exercise.intervals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The second opinion: medians and 90th percentiles (nearest rank: the smallest value with at least
 * that share at or below it) of the response intervals per unit row, in whole seconds, computed
 * from San Francisco's published log and nothing else. It has its own reader and its own statement
 * of which stamps cannot be true: a unit's stamp from before its dispatch, and one that in time
 * order (ties in the order of the columns) comes after a later column's. Local times are subtracted
 * as they stand, so a log across a change of the clocks is outside what it can judge.
 */
public final class Intervals {
  private static final String[] UNIT_STAMPS = {
    "Dispatch", "Response", "On Scene", "Transport", "Hospital", "Available"
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

  private Intervals() {}

  /** One interval over all rows that have both ends. */
  public record Interval(String name, int count, long median, long p90) {}

  /** What was found; {@code impossible} names each row with a stamp that was left out. */
  public record Result(int rows, int calls, List<Interval> intervals, List<String> impossible) {
    public Interval get(String name) {
      return intervals.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    }
  }

  /** Computes the intervals of one log, or of every log in a folder. */
  public static Result of(Path feed) throws IOException {
    Map<String, List<Long>> lengths = new LinkedHashMap<>();
    for (String name :
        List.of(
            "received_to_dispatched",
            "dispatched_to_departed",
            "departed_to_arrived",
            "dispatched_to_available")) {
      lengths.put(name, new ArrayList<>());
    }
    List<String> impossible = new ArrayList<>();
    java.util.Set<String> calls = new java.util.HashSet<>();
    int rows = 0;
    for (Path file : files(feed)) {
      try (BufferedReader in = open(file)) {
        String first = in.readLine();
        List<String> header =
            split(first == null ? "" : first).stream().map(h -> h.replace('_', ' ')).toList();
        if (!header.contains("Received DtTm")) {
          continue;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          List<String> cells = split(line);
          if (cells.size() == header.size()) {
            rows++;
            calls.add(cells.get(header.indexOf("Call Number")));
            measure(header, cells, lengths, impossible);
          }
        }
      }
    }
    List<Interval> intervals =
        lengths.entrySet().stream().map(e -> interval(e.getKey(), e.getValue())).toList();
    return new Result(rows, calls.size(), intervals, impossible);
  }

  private static void measure(
      List<String> header,
      List<String> cells,
      Map<String, List<Long>> lengths,
      List<String> impossible) {
    LocalDateTime received = time(header, cells, "Received");
    @Nullable LocalDateTime[] at = new @Nullable LocalDateTime[UNIT_STAMPS.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = time(header, cells, UNIT_STAMPS[i]);
    }
    LocalDateTime dispatched = at[0];
    if (received == null || dispatched == null || dispatched.isBefore(received)) {
      return;
    }
    List<String> wrong = strike(at);
    if (!wrong.isEmpty()) {
      impossible.add(
          cells.get(header.indexOf("Call Number"))
              + "-"
              + cells.get(header.indexOf("Unit ID"))
              + ": "
              + wrong);
    }
    put(lengths, "received_to_dispatched", received, dispatched);
    put(lengths, "dispatched_to_departed", dispatched, at[1]);
    put(lengths, "departed_to_arrived", at[1], at[2]);
    put(lengths, "dispatched_to_available", dispatched, at[5]);
  }

  /** Strikes what cannot be true and names it. */
  private static List<String> strike(@Nullable LocalDateTime[] at) {
    List<String> wrong = new ArrayList<>();
    LocalDateTime dispatched = at[0];
    for (int i = 1; i < at.length; i++) {
      LocalDateTime t = at[i];
      if (t != null && dispatched != null && t.isBefore(dispatched)) {
        wrong.add(UNIT_STAMPS[i] + " " + t + " before Dispatch " + dispatched);
        at[i] = null;
      }
    }
    @Nullable LocalDateTime[] all = at.clone();
    for (int i = 1; i < at.length; i++) {
      for (int later = i + 1; later < at.length; later++) {
        LocalDateTime a = all[i];
        LocalDateTime b = all[later];
        if (a != null && b != null && b.isBefore(a) && at[i] != null) {
          wrong.add(UNIT_STAMPS[i] + " " + a + " after " + UNIT_STAMPS[later] + " " + b);
          at[i] = null;
        }
      }
    }
    return wrong;
  }

  private static void put(
      Map<String, List<Long>> lengths,
      String name,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime to) {
    List<Long> list = lengths.get(name);
    if (from != null && to != null && list != null) {
      list.add(ChronoUnit.SECONDS.between(from, to));
    }
  }

  private static Interval interval(String name, List<Long> lengths) {
    long[] sorted = lengths.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Interval(name, sorted.length, rank(sorted, 50), rank(sorted, 90));
  }

  private static long rank(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length * (long) percent + 99) / 100) - 1];
  }

  private static @Nullable LocalDateTime time(
      List<String> header, List<String> cells, String stamp) {
    int column = header.indexOf(stamp + " DtTm");
    String text = column < 0 ? "" : cells.get(column).trim();
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text, TIME);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static List<Path> files(Path feed) throws IOException {
    if (Files.isRegularFile(feed)) {
      return List.of(feed);
    }
    try (var list = Files.list(feed)) {
      return list.filter(f -> f.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Splits one line at its commas, minding quotation marks. */
  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** A small table for people. */
  public static String print(Result result) {
    StringBuilder out = new StringBuilder();
    out.append("%d unit rows of %d calls%n".formatted(result.rows(), result.calls()));
    for (Interval i : result.intervals()) {
      out.append(
          "%-26s count %6d  median %6d s  p90 %6d s%n"
              .formatted(i.name(), i.count(), i.median(), i.p90()));
    }
    out.append(
        "%d rows with impossible times, those stamps not counted:%n"
            .formatted(result.impossible().size()));
    result.impossible().forEach(row -> out.append("  ").append(row).append(System.lineSeparator()));
    return out.toString();
  }

  /** As JSON, for the replay to compare with. */
  public static String json(Result result) {
    StringBuilder out =
        new StringBuilder("{\"rows\":" + result.rows() + ",\"calls\":" + result.calls());
    result
        .intervals()
        .forEach(
            i ->
                out.append(
                    ",\"%s\":{\"median\":%d,\"p90\":%d,\"count\":%d}"
                        .formatted(i.name(), i.median(), i.p90(), i.count())));
    String quoted =
        String.join(
            ",",
            Arrays.stream(result.impossible().toArray(String[]::new))
                .map(s -> "\"" + s + "\"")
                .toList());
    return out + ",\"impossible\":[" + quoted + "]}";
  }
}
