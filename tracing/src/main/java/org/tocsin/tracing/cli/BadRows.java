package org.tocsin.tracing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.tracing.statement.BadRow;
import org.tocsin.tracing.statement.Imported;

/** Bad rows as a list that a spreadsheet opens, with their reasons, to be sent back to the bank. */
final class BadRows {
  private BadRows() {}

  static void write(Imported imported, Path file) throws IOException {
    // The mark at the beginning makes spreadsheets read it as UTF-8.
    var out = new StringBuilder("\ufeff文件,行,原因,reason,内容\r\n");
    for (BadRow row : imported.bad()) {
      out.append(cell(row.source()))
          .append(',')
          .append(row.line())
          .append(',')
          .append(cell(row.reason().zh()))
          .append(',')
          .append(cell(row.reason().en()))
          .append(',')
          .append(cell(row.text()))
          .append("\r\n");
    }
    Files.writeString(file, out);
  }

  /** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
