package org.tocsin.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A small table of text. Cells that are numbers are set to the right. */
public final class Table {
  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?[\\d,]+(\\.\\d+)?( ?(%|ms|s|MB|kB|m|min))?|–");

  private final String title;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(String title, List<String> header) {
    this.title = title;
    this.header = header;
  }

  /** An empty table. */
  public static Table of(String title, String... header) {
    return new Table(title, List.of(header));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has more or fewer cells than the header
   */
  public Table row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "%s: %d cells under %d headings".formatted(title, cells.length, header.size()));
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  /** For a terminal. */
  public String print() {
    int[] widths = new int[header.size()];
    measure(header, widths);
    rows.forEach(row -> measure(row, widths));
    StringBuilder text = new StringBuilder(title).append('\n');
    line(text, header, widths, false);
    text.append("  ");
    for (int i = 0; i < widths.length; i++) {
      text.append("-".repeat(widths[i])).append(i + 1 < widths.length ? "  " : "\n");
    }
    rows.forEach(row -> line(text, row, widths, true));
    return text.toString();
  }

  /** For a README. */
  public String markdown() {
    StringBuilder text = new StringBuilder("**").append(title).append("**\n\n|");
    header.forEach(cell -> text.append(' ').append(cell).append(" |"));
    text.append("\n|");
    for (int i = 0; i < header.size(); i++) {
      text.append(isNumeric(i) ? " ---: |" : " --- |");
    }
    for (List<String> row : rows) {
      text.append("\n|");
      row.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    }
    return text.append('\n').toString();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  private static void measure(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private void line(StringBuilder text, List<String> row, int[] widths, boolean body) {
    text.append("  ");
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String gap = " ".repeat(widths[i] - cell.length());
      boolean right = isNumeric(i) || (body && NUMBER.matcher(cell).matches());
      text.append(right ? gap + cell : cell + gap);
      text.append(i + 1 < widths.length ? "  " : "\n");
    }
  }
}
