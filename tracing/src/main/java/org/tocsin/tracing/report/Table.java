package org.tocsin.tracing.report;

import java.util.List;

/**
 * A table of a report. A heading that begins with {@code #} is of numbers, with {@code @} of times,
 * with {@code *} of accounts, with {@code ~} small.
 */
final class Table {
  private final StringBuilder out = new StringBuilder("<table><thead><tr>");
  private final List<String> headings;

  Table(String... headings) {
    this.headings = List.of(headings);
    for (String heading : headings) {
      boolean marked = "#@*~".indexOf(heading.charAt(0)) >= 0;
      out.append("<th")
          .append(css(heading))
          .append('>')
          .append(Words.escape(marked ? heading.substring(1) : heading))
          .append("</th>");
    }
    out.append("</tr></thead><tbody>");
  }

  private static String css(String heading) {
    return switch (heading.charAt(0)) {
      case '#' -> " class=\"n\"";
      case '@' -> " class=\"t\"";
      case '*' -> " class=\"a\"";
      case '~' -> " class=\"s\"";
      default -> "";
    };
  }

  Table row(Object... cells) {
    out.append("<tr>");
    for (int i = 0; i < cells.length; i++) {
      out.append("<td")
          .append(css(headings.get(i)))
          .append('>')
          .append(Words.escape(String.valueOf(cells[i])))
          .append("</td>");
    }
    out.append("</tr>");
    return this;
  }

  @Override
  public String toString() {
    return out + "</tbody></table>\n";
  }
}
