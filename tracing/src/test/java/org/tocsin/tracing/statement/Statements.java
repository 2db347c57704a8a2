package org.tocsin.tracing.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Statements for tests, as files, and what was read from them as one line a payment. */
final class Statements {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  ImportOptions options = ImportOptions.USUAL;
  MappingStore mappings = MappingStore.none();

  Statements(Path folder) {
    this.folder = folder;
  }

  Statements file(String name, Charset charset, String... lines) {
    return file(name, (String.join("\r\n", lines) + "\r\n").getBytes(charset));
  }

  Statements csv(String name, String... lines) {
    return file(name, StandardCharsets.UTF_8, lines);
  }

  Statements file(String name, byte[] content) {
    try {
      files.add(Files.write(folder.resolve(name), content));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Imported read() throws IOException {
    return new Importer(options, mappings, (file, bytes, of, rows) -> {}).read(files);
  }

  /** {@code A -50000.00-> B 03-01T02:02:03Z #serial} for each payment, in order. */
  static List<String> payments(Imported imported) {
    var out = new ArrayList<String>();
    for (int i = 0; i < imported.book().payments(); i++) {
      var p = imported.book().payment(i);
      out.add(
          "%s -%s-> %s %s%s"
              .formatted(
                  p.from(),
                  java.math.BigDecimal.valueOf(p.amountFen(), 2),
                  p.to(),
                  p.at().toString().substring(5),
                  p.serial().isEmpty() ? "" : " #" + p.serial()));
    }
    return out;
  }

  /** An XLSX of one sheet; parts other than the sheet may be given. */
  static byte[] xlsx(String sheetData, Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"流水\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      part(zip, "xl/worksheets/sheet1.xml", "<worksheet>" + sheetData + "</worksheet>");
      for (Map.Entry<String, String> one : parts.entrySet()) {
        part(zip, one.getKey(), one.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  static byte[] bytes(ThrowingWriter writer) {
    var bytes = new ByteArrayOutputStream();
    try {
      writer.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  interface ThrowingWriter {
    void write(OutputStream out) throws IOException;
  }
}
