package org.tocsin.exercise.feed;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file (RFC 4180, UTF-8, also gzipped), read row by row so that a broken row costs only
 * itself: a quote that is never closed swallows at most {@value #LONGEST_ROW} lines before the
 * reader gives the first of them up and goes on with the next.
 */
public final class CsvFile {
  private static final int LONGEST_ROW = 8;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path path;

  private CsvFile(Path path) {
    this.path = path;
  }

  public static CsvFile of(Path path) {
    return new CsvFile(path);
  }

  /** A row as it stands in the file; {@code error} is empty if it could be read. */
  public record Row(long line, List<String> values, String error) {
    public boolean broken() {
      return !error.isEmpty();
    }
  }

  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** The first row. */
  public List<String> header() {
    List<String> header = new ArrayList<>();
    try (Lines lines = new Lines(open(path))) {
      Row row = lines.next();
      if (row != null) {
        header.addAll(row.values().stream().map(String::strip).toList());
      }
    } catch (IOException e) {
      throw new FeedException("cannot read " + name() + ": " + e.getMessage(), e);
    }
    return header;
  }

  /** Every row after the header, in order, the broken ones too. */
  public void rows(Consumer<Row> each) {
    try (Lines lines = new Lines(open(path))) {
      lines.next();
      for (Row row = lines.next(); row != null; row = lines.next()) {
        each.accept(row);
      }
    } catch (IOException e) {
      throw new FeedException(name() + " ends unexpectedly: " + e.getMessage(), e);
    }
  }

  static InputStream open(Path path) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    in.mark(2);
    boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** Groups physical lines into rows. */
  private static final class Lines implements AutoCloseable {
    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    Lines(InputStream in) {
      reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @org.jspecify.annotations.Nullable
    Row next() throws IOException {
      String first = take();
      while (first != null && first.isBlank()) {
        first = take();
      }
      if (first == null) {
        return null;
      }
      long start = line;
      StringBuilder text = new StringBuilder(first);
      List<String> more = new ArrayList<>();
      while (openQuote(text) && more.size() < LONGEST_ROW) {
        String next = take();
        if (next == null) {
          break;
        }
        more.add(next);
        text.append('\n').append(next);
      }
      if (openQuote(text)) {
        for (int i = more.size() - 1; i >= 0; i--) {
          ahead.push(more.get(i));
          line--;
        }
        return new Row(start, List.of(first), "a quotation mark is opened and never closed");
      }
      return parse(start, text.toString());
    }

    private @org.jspecify.annotations.Nullable String take() throws IOException {
      String next = ahead.isEmpty() ? reader.readLine() : ahead.pop();
      if (next != null) {
        line++;
        if (line == 1 && !next.isEmpty() && next.charAt(0) == BYTE_ORDER_MARK) {
          return next.substring(1);
        }
      }
      return next;
    }

    private static boolean openQuote(CharSequence text) {
      return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static Row parse(long line, String text) {
      try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
        List<CSVRecord> records = parser.getRecords();
        return records.size() == 1
            ? new Row(line, records.getFirst().toList(), "")
            : new Row(line, List.of(text), "the row falls apart into " + records.size());
      } catch (IOException | UncheckedIOException e) {
        return new Row(line, List.of(text), "not a CSV row: " + e.getMessage());
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
