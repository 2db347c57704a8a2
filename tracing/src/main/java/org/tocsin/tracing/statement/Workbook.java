package org.tocsin.tracing.statement;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX workbook that all its sheets share: names of sheets, shared texts, which
 * number formats are dates.
 */
final class Workbook {
  static final XMLInputFactory FACTORY = factory();

  /**
   * A part of a workbook may not unpack to more; a real statement of a million rows stays below it.
   */
  private static final long LARGEST_PART = 2L << 30;

  private static final long MOST_SHARED_CHARACTERS = 200_000_000;
  private static final int MOST_MERGES = 10_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final List<Boolean> dateStyles = new ArrayList<>();
  private boolean from1904;

  /** A sheet that is to be seen: its name and its part of the archive. */
  record Sheet(String name, String entry) {}

  /**
   * A merged area, 0-based columns and 1-based rows, and the text that its first cell turned out to
   * hold.
   */
  static final class Merge {
    private final int firstColumn;
    private final int lastColumn;
    private final long firstRow;
    private final long lastRow;
    private @Nullable String text;

    private Merge(int firstColumn, int lastColumn, long firstRow, long lastRow) {
      this.firstColumn = firstColumn;
      this.lastColumn = lastColumn;
      this.firstRow = firstRow;
      this.lastRow = lastRow;
    }

    int firstColumn() {
      return firstColumn;
    }

    int lastColumn() {
      return lastColumn;
    }

    long firstRow() {
      return firstRow;
    }

    long lastRow() {
      return lastRow;
    }

    @Nullable String text() {
      return text;
    }

    void text(@Nullable String value) {
      text = value;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory made = XMLInputFactory.newFactory();
    made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    made.setProperty(XMLInputFactory.IS_COALESCING, true);
    made.setXMLReporter((message, type, about, where) -> {}); // a broken part is told as such
    return made;
  }

  /** Reads what the sheets share. */
  Workbook(String name, ZipFile zip) throws IOException {
    try {
      Map<String, String> targets = relations(zip);
      sheets(zip, targets);
      if (zip.getEntry("xl/sharedStrings.xml") != null) {
        sharedTexts(zip);
      }
      if (zip.getEntry("xl/styles.xml") != null) {
        styles(zip);
      }
    } catch (XMLStreamException | RuntimeException broken) {
      throw broken(name, broken);
    }
    if (sheets.isEmpty()) {
      throw new StatementException(name + ": 工作簿里没有工作表 (the workbook has no sheet)");
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  String shared(int index) {
    return shared.get(index);
  }

  boolean date(@Nullable String style) {
    int index = style == null ? 0 : Integer.parseInt(style);
    return index >= 0 && index < dateStyles.size() && dateStyles.get(index);
  }

  String dateText(double serial) {
    if (serial < 0 || serial > 2_958_465) {
      return Double.toString(serial);
    }
    LocalDate epoch = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    if (serial < 1) {
      return TIME.format(epoch.atStartOfDay().plusSeconds(Math.round(serial * 86_400)))
          .substring(11);
    }
    return TIME.format(
        epoch
            .plusDays((long) serial)
            .atStartOfDay()
            .plusSeconds(Math.round((serial - (long) serial) * 86_400)));
  }

  static StatementException broken(String name, Exception cause) {
    var problem =
        new StatementException(
            name + ": 不是完好的 XLSX 文件 (not a sound XLSX file): " + cause.getMessage());
    problem.initCause(cause);
    return problem;
  }

  static InputStream open(ZipFile zip, String entry) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw new StatementException(zip.getName() + ": " + entry + " 不在文件里 (is missing)");
    }
    return new FilterInputStream(zip.getInputStream(found)) {
      private long left = LARGEST_PART;

      @Override
      public int read() throws IOException {
        return count(super.read(), 1);
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        return count(got, got);
      }

      private int count(int result, int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
          throw new StatementException(
              zip.getName() + ": " + entry + " 解压后过大 (unpacks to too much)");
        }
        return result;
      }
    };
  }

  private interface Element {
    void read(XMLStreamReader xml) throws XMLStreamException, IOException;
  }

  private static void each(ZipFile zip, String entry, Element element)
      throws IOException, XMLStreamException {
    try (InputStream in = open(zip, entry)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          element.read(xml);
        }
      }
      xml.close();
    }
  }

  private static Map<String, String> relations(ZipFile zip) throws IOException, XMLStreamException {
    var targets = new HashMap<String, String>();
    each(
        zip,
        "xl/_rels/workbook.xml.rels",
        xml -> {
          String id = xml.getAttributeValue(null, "Id");
          String target = xml.getAttributeValue(null, "Target");
          if (id != null && target != null) {
            targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    return targets;
  }

  private void sheets(ZipFile zip, Map<String, String> targets)
      throws IOException, XMLStreamException {
    each(
        zip,
        "xl/workbook.xml",
        xml -> {
          if (xml.getLocalName().equals("workbookPr")) {
            String date1904 = xml.getAttributeValue(null, "date1904");
            from1904 = "1".equals(date1904) || "true".equals(date1904);
          }
          if (xml.getLocalName().equals("sheet")) {
            String target = null;
            for (int i = 0; i < xml.getAttributeCount(); i++) {
              if (xml.getAttributeLocalName(i).equals("id")) {
                target = targets.get(xml.getAttributeValue(i));
              }
            }
            String state = xml.getAttributeValue(null, "state");
            if (target != null && (state == null || state.equals("visible"))) {
              String name = xml.getAttributeValue(null, "name");
              sheets.add(new Sheet(name == null ? "" : name, target));
            }
          }
        });
  }

  private void sharedTexts(ZipFile zip) throws IOException, XMLStreamException {
    var text = new StringBuilder();
    long[] characters = {0};
    boolean[] open = {false};
    each(
        zip,
        "xl/sharedStrings.xml",
        xml -> {
          if (xml.getLocalName().equals("si")) {
            finish(text, open);
            open[0] = true;
          } else if (xml.getLocalName().equals("rPh")) {
            skip(xml); // how a word is pronounced is no part of it
          } else if (xml.getLocalName().equals("t")) {
            text.append(xml.getElementText());
            characters[0] += text.length();
            if (characters[0] > MOST_SHARED_CHARACTERS) {
              throw new StatementException(
                  zip.getName() + ": 共享文本过大 (the shared texts are too large)");
            }
          }
        });
    finish(text, open);
  }

  private void finish(StringBuilder text, boolean[] open) {
    if (open[0]) {
      shared.add(text.toString());
    }
    text.setLength(0);
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int type = xml.next();
      depth +=
          type == XMLStreamConstants.START_ELEMENT
              ? 1
              : type == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private void styles(ZipFile zip) throws IOException, XMLStreamException {
    Set<String> dateFormats = new HashSet<>();
    boolean[] cellFormats = {false};
    each(
        zip,
        "xl/styles.xml",
        xml -> {
          switch (xml.getLocalName()) {
            case "numFmt" -> {
              String code = xml.getAttributeValue(null, "formatCode");
              String id = xml.getAttributeValue(null, "numFmtId");
              if (code != null && id != null && datelike(code)) {
                dateFormats.add(id);
              }
            }
            case "cellStyleXfs" -> cellFormats[0] = false;
            case "cellXfs" -> cellFormats[0] = true;
            case "cellStyles", "dxfs" -> cellFormats[0] = false;
            case "xf" -> {
              if (cellFormats[0]) {
                String id = xml.getAttributeValue(null, "numFmtId");
                dateStyles.add(id != null && (dateFormats.contains(id) || builtInDate(id)));
              }
            }
            default -> {}
          }
        });
  }

  /**
   * Formats 14–22, 27–36, 45–47 and 50–58 are dates and times, the latter in East Asian editions
   * (ECMA-376 part 1, 18.8.30).
   */
  private static boolean builtInDate(String id) {
    int n = Integer.parseInt(id);
    return n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58;
  }

  private static boolean datelike(String code) {
    String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
    return bare.contains("yy")
        || bare.contains("h:")
        || bare.contains("m/d")
        || bare.contains("d/m")
        || bare.contains("h\"时")
        || bare.contains("hh");
  }

  /** Zero-based column of a reference like {@code AB12}. */
  static int column(String reference) {
    int column = 0;
    for (int i = 0;
        i < reference.length() && i < 4 && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z';
        i++) {
      column = column * 26 + (reference.charAt(i) - 'A' + 1);
    }
    return column - 1;
  }

  /** The merged areas stand after the rows, so they are read before them in a pass of their own. */
  static List<Merge> merges(ZipFile zip, Sheet sheet) throws IOException {
    var found = new ArrayList<Merge>();
    try {
      each(
          zip,
          sheet.entry(),
          xml -> {
            String area =
                xml.getLocalName().equals("mergeCell") ? xml.getAttributeValue(null, "ref") : null;
            int colon = area == null ? -1 : area.indexOf(':');
            if (area != null && colon > 0 && found.size() < MOST_MERGES) {
              String first = area.substring(0, colon);
              String last = area.substring(colon + 1);
              found.add(
                  new Merge(
                      column(first),
                      Math.min(column(last), Row.MOST_CELLS - 1),
                      line(first),
                      line(last)));
            }
          });
    } catch (XMLStreamException | RuntimeException broken) {
      throw broken(sheet.name(), broken);
    }
    found.sort(Comparator.comparingLong(Merge::firstRow));
    return found;
  }

  private static long line(String reference) {
    return Long.parseLong(reference.replaceAll("[^0-9]", ""));
  }
}
