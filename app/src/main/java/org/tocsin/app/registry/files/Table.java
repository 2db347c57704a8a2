package org.tocsin.app.registry.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file read line by line, so that one broken line spoils only itself; cells therefore hold no
 * line breaks. Columns are known by name, in any order, under any of their names; columns nobody
 * asks for are ignored.
 */
final class Table {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();
  private static final int MAX_LINE = 1_000_000;
  private static final int PROGRESS_EVERY = 500;

  /** Reads a row of cells into a value. */
  interface RowReader<T> {
    /** The value, or null to skip the row in silence. */
    @Nullable T read(Cells cells);
  }

  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private final Map<String, List<String>> needed = new LinkedHashMap<>();

  /** A column the file must have, under any of the names; the first is the one reported. */
  Table need(String... aliases) {
    needed.put(aliases[0], List.of(aliases));
    return may(aliases);
  }

  /** A column the file may have. */
  Table may(String... aliases) {
    names.put(aliases[0], List.of(aliases));
    return this;
  }

  <T> void read(TextSource source, RowReader<T> reader, RowSink<T> sink) {
    if (!source.isUtf8()) {
      sink.warn("not-utf8");
    }
    try (TextSource.Opened opened = source.open()) {
      String header = opened.reader().readLine();
      if (header == null) {
        throw new FileRefused("file-empty");
      }
      Map<String, Integer> places = places(split(header));
      long row = 1;
      for (String line = line(opened.reader()); line != null; line = line(opened.reader())) {
        row++;
        if (!line.isBlank()) {
          readLine(line, row, places, reader, sink);
        }
        if (row % PROGRESS_EVERY == 0) {
          sink.progress(opened.share());
        }
      }
    } catch (IOException e) {
      throw new FileRefused("unreadable");
    }
  }

  private static @Nullable String line(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    return line != null && line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
  }

  private <T> void readLine(
      String line, long row, Map<String, Integer> places, RowReader<T> reader, RowSink<T> sink) {
    CSVRecord cells = split(line);
    if (cells == null) {
      sink.reject(new Rejection(row, "", line, RowFault.BROKEN_ROW));
      return;
    }
    if (cells.size() != places.getOrDefault("", 0)) {
      sink.reject(new Rejection(row, "", line, RowFault.CELL_COUNT));
      return;
    }
    try {
      T value = reader.read(new Cells(cells, places));
      if (value != null) {
        sink.accept(row, value);
      }
    } catch (RowRefused refused) {
      sink.reject(refused.at(row));
    }
  }

  private Map<String, Integer> places(@Nullable CSVRecord header) {
    if (header == null) {
      throw new FileRefused("file-header");
    }
    Map<String, Integer> inFile = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      inFile.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    Map<String, Integer> places = new HashMap<>();
    names.forEach(
        (name, aliases) ->
            aliases.stream()
                .map(alias -> inFile.get(alias))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(place -> places.put(name, place)));
    List<String> missing = needed.keySet().stream().filter(n -> !places.containsKey(n)).toList();
    if (!missing.isEmpty()) {
      throw new FileRefused("columns-missing", String.join(", ", missing));
    }
    places.put("", header.size());
    return places;
  }

  private static @Nullable CSVRecord split(String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      var records = parser.iterator();
      return records.hasNext() ? records.next() : null;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return null;
    }
  }
}
