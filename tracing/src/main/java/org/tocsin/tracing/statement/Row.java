package org.tocsin.tracing.statement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One row of a table as bytes in one buffer; valid until the next row is read. Cells are decoded
 * only when somebody asks for their text.
 */
final class Row {
  /** No bank's statement has more columns; what comes after is not read. */
  static final int MOST_CELLS = 256;

  byte[] bytes = new byte[0];
  private final int[] from = new int[MOST_CELLS];
  private final int[] to = new int[MOST_CELLS];
  private final boolean[] escaped = new boolean[MOST_CELLS];
  private int size;
  private Charset charset = StandardCharsets.UTF_8;

  /** Line of the file or row of the sheet, from 1. */
  long line;

  void clear(byte[] buffer, Charset charset) {
    this.bytes = buffer;
    this.charset = charset;
    size = 0;
  }

  void add(int start, int end, boolean hasDoubledQuotes) {
    if (size < MOST_CELLS) {
      from[size] = start;
      to[size] = end;
      escaped[size++] = hasDoubledQuotes;
    }
  }

  int size() {
    return size;
  }

  /** First byte of a cell; equal to {@link #to} when there is no such cell. */
  int from(int cell) {
    return cell >= 0 && cell < size ? from[cell] : 0;
  }

  int to(int cell) {
    return cell >= 0 && cell < size ? to[cell] : 0;
  }

  boolean empty(int cell) {
    return from(cell) == to(cell);
  }

  /** The cell's text as it stands in the file. */
  String raw(int cell) {
    if (empty(cell)) {
      return "";
    }
    String text = new String(bytes, from[cell], to[cell] - from[cell], charset);
    return escaped[cell] ? text.replace("\"\"", "\"") : text;
  }

  /** The cell's text, half-width and trimmed. */
  String text(int cell) {
    return empty(cell) ? "" : Text.clean(raw(cell));
  }

  /** Is there nothing in it but blanks? */
  boolean blank() {
    for (int cell = 0; cell < size; cell++) {
      for (int i = from[cell]; i < to[cell]; i++) {
        if (bytes[i] > ' ' || bytes[i] < 0 && !text(cell).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** The whole row for a person to look at, cut after 200 characters. */
  String shown() {
    var out = new StringBuilder();
    for (int cell = 0; cell < size && out.length() < 200; cell++) {
      out.append(cell == 0 ? "" : " | ").append(text(cell));
    }
    return out.length() > 200 ? out.substring(0, 200) + "…" : out.toString();
  }

  /** The same row in bytes of its own. */
  Row copy() {
    var copy = new Row();
    int first = size == 0 ? 0 : from[0];
    int last = first;
    for (int cell = 0; cell < size; cell++) {
      last = Math.max(last, to[cell]);
    }
    copy.clear(Arrays.copyOfRange(bytes, first, last), charset);
    for (int cell = 0; cell < size; cell++) {
      copy.add(from[cell] - first, to[cell] - first, escaped[cell]);
    }
    copy.line = line;
    return copy;
  }

  /** All texts, cleaned. */
  String[] texts() {
    var all = new String[size];
    Arrays.setAll(all, this::text);
    return all;
  }
}
