package org.tocsin.tracing.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an XLSX workbook (ECMA-376), streamed. Dates come out as {@code yyyy-MM-dd
 * HH:mm:ss}, numbers in plain digits; a number of more digits than a spreadsheet can hold comes out
 * in scientific notation, so that a ruined account number is seen to be one. Merged cells repeat
 * their text in every cell they cover.
 */
final class XlsxTable implements Table {
  private static final int LONGEST_ROW = 1_000_000;

  private final String name;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Workbook book;
  private final List<Workbook.Merge> merges;
  private final List<Workbook.Merge> active = new ArrayList<>();
  private final Row row = new Row();
  private int nextMerge;
  private final String[] cells = new String[Row.MOST_CELLS];
  private int used;

  XlsxTable(String name, ZipFile zip, Workbook book, Workbook.Sheet sheet) throws IOException {
    this.name = name;
    this.book = book;
    this.merges = Workbook.merges(zip, sheet);
    this.in = Workbook.open(zip, sheet.entry());
    try {
      this.xml = Workbook.FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      in.close();
      throw Workbook.broken(name, broken);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          read();
          return true;
        }
      }
      return false;
    } catch (XMLStreamException | RuntimeException broken) {
      throw Workbook.broken(name, broken);
    }
  }

  private void read() throws XMLStreamException {
    String number = xml.getAttributeValue(null, "r");
    row.line = number == null ? row.line + 1 : Long.parseLong(number);
    Arrays.fill(cells, 0, used, null);
    used = 0;
    int column = -1;
    int type;
    while ((type = xml.next()) != XMLStreamConstants.END_ELEMENT
        || !xml.getLocalName().equals("row")) {
      if (type == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : Workbook.column(reference);
        cell(column);
      }
    }
    while (nextMerge < merges.size() && merges.get(nextMerge).firstRow() <= row.line) {
      active.add(merges.get(nextMerge++));
    }
    active.removeIf(merge -> merge.lastRow() < row.line);
    active.forEach(this::spread);
    lay();
  }

  private void cell(int column) throws XMLStreamException {
    String kind = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    var value = new StringBuilder();
    int type;
    boolean inside = false;
    while ((type = xml.next()) != XMLStreamConstants.END_ELEMENT
        || !xml.getLocalName().equals("c")) {
      if (type == XMLStreamConstants.START_ELEMENT) {
        inside = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
      } else if (type == XMLStreamConstants.END_ELEMENT) {
        inside = false;
      } else if (inside
          && value.length() < 32_768
          && (type == XMLStreamConstants.CHARACTERS || type == XMLStreamConstants.CDATA)) {
        value.append(xml.getText());
      }
    }
    if (column >= 0 && column < Row.MOST_CELLS && !value.isEmpty()) {
      cells[column] = shown(kind, style, value.toString());
      used = Math.max(used, column + 1);
    }
  }

  private String shown(@Nullable String kind, @Nullable String style, String value) {
    if ("s".equals(kind)) {
      return book.shared(Integer.parseInt(value.strip()));
    }
    if ("str".equals(kind)
        || "inlineStr".equals(kind)
        || "b".equals(kind)
        || "e".equals(kind)
        || "d".equals(kind)) {
      return "e".equals(kind) ? "" : value;
    }
    double number = Double.parseDouble(value.strip());
    if (book.date(style)) {
      return book.dateText(number);
    }
    if (Math.abs(number) >= 1e15) {
      return value.indexOf('E') >= 0 ? value : Double.toString(number);
    }
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Merges are remembered from row to row: the text is in their first cell. */
  private void spread(Workbook.Merge merge) {
    if (row.line == merge.firstRow()) {
      merge.text(merge.firstColumn() < used ? cells[merge.firstColumn()] : null);
    }
    String text = merge.text();
    for (int column = merge.firstColumn(); text != null && column <= merge.lastColumn(); column++) {
      cells[column] = text;
      used = Math.max(used, column + 1);
    }
  }

  private void lay() {
    var bytes = new ByteArrayOutputStream();
    var ends = new int[used];
    for (int column = 0; column < used; column++) {
      String text = cells[column];
      if (text != null && bytes.size() < LONGEST_ROW) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      }
      ends[column] = bytes.size();
    }
    row.clear(bytes.toByteArray(), StandardCharsets.UTF_8);
    for (int column = 0; column < used; column++) {
      row.add(column == 0 ? 0 : ends[column - 1], ends[column], false);
    }
  }

  @Override
  public void close() throws IOException {
    try (in) {
      xml.close();
    } catch (XMLStreamException broken) {
      throw Workbook.broken(name, broken);
    }
  }
}
