package org.tocsin.tracing.statement;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens whatever a bank sent by what is in it, not by its name: separated values, XLSX, either
 * packed as gz, tar.gz or zip.
 */
final class Tables {
  private static final int HEAD = 600;

  private Tables() {}

  /**
   * Sees the tables of a file one after another; {@code alone} is false for one of several in an
   * archive.
   */
  interface Visitor {
    void table(Table table, boolean alone) throws IOException;
  }

  /** How many bytes of the file have been read. */
  interface Progress {
    void read(long bytes);
  }

  static void each(Path file, Progress progress, Visitor visitor) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (InputStream in =
        new BufferedInputStream(counted(Files.newInputStream(file), progress), 1 << 16)) {
      byte[] head = peek(in);
      if (starts(head, 'P', 'K')) {
        zip(name, file, visitor);
      } else {
        stream(name, in, head, true, visitor);
      }
    } catch (EOFException | ZipException damaged) {
      var problem =
          new StatementException(name + ": 压缩文件已损坏或不完整 (the packed file is damaged or cut off)");
      problem.initCause(damaged);
      throw problem;
    }
  }

  private static InputStream counted(InputStream in, Progress progress) {
    return new FilterInputStream(in) {
      private long read;

      @Override
      public int read() throws IOException {
        int one = super.read();
        progress.read(read += one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        progress.read(read += Math.max(0, count));
        return count;
      }
    };
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static void stream(
      String name, InputStream in, byte[] head, boolean alone, Visitor visitor) throws IOException {
    if (starts(head, 0x1F, 0x8B)) {
      try (InputStream unpacked =
          new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)) {
        byte[] inner = peek(unpacked);
        if (inner.length > 262
            && new String(inner, 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
          tar(name, unpacked, visitor);
        } else {
          text(name, unpacked, inner, alone, visitor);
        }
      }
      return;
    }
    text(name, in, head, alone, visitor);
  }

  private static void text(String name, InputStream in, byte[] head, boolean alone, Visitor visitor)
      throws IOException {
    refuse(name, head);
    InputStream patterns = AmlWorld.patterns(head, in);
    visitor.table(new CsvTable(name, patterns == null ? in : patterns), alone);
  }

  private static void refuse(String name, byte[] head) throws StatementException {
    String start =
        new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new StatementException(
          name
              + ": 旧版 XLS 或加密的工作簿，请另存为不加密的 XLSX 或 CSV (an old XLS or an encrypted workbook; save it as a plain XLSX or CSV)");
    }
    if (start.startsWith("<html")
        || start.startsWith("<!doctype")
        || start.startsWith("<table")
        || start.startsWith("<?xml")) {
      throw new StatementException(
          name
              + ": 这是网页，请用电子表格软件打开后另存为 XLSX 或 CSV (a web page; open it in a spreadsheet and save it as XLSX or CSV)");
    }
    if (starts(head, '%', 'P', 'D', 'F')
        || starts(head, 0x1F, 0x8B)
        || starts(head, 0x89, 'P', 'N', 'G')
        || starts(head, 0xFF, 0xD8)) {
      throw new StatementException(
          name + ": 不是表格，请向银行调取 XLSX 或 CSV 格式 (not a table; ask the bank for XLSX or CSV)");
    }
  }

  private static void zip(String name, Path file, Visitor visitor) throws IOException {
    try (ZipFile zip = open(name, file)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        workbook(name, zip, visitor);
        return;
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (wanted(entry.getName()) && !entry.isDirectory()) {
          try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
            stream(name + "/" + entry.getName(), in, peek(in), false, visitor);
          }
        }
      }
    } catch (IllegalArgumentException wrongName) {
      throw Workbook.broken(name, wrongName); // an entry's name that no encoding fits
    }
  }

  private static ZipFile open(String name, Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException broken) {
      throw Workbook.broken(name, broken);
    }
  }

  private static void workbook(String name, ZipFile zip, Visitor visitor) throws IOException {
    var book = new Workbook(name, zip);
    boolean alone = book.sheets().size() == 1;
    for (Workbook.Sheet sheet : book.sheets()) {
      try (Table table =
          new XlsxTable(alone ? name : name + "#" + sheet.name(), zip, book, sheet)) {
        visitor.table(table, alone);
      }
    }
  }

  private static boolean wanted(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    return !lower.contains("__macosx")
        && (lower.endsWith(".csv")
            || lower.endsWith(".txt")
            || lower.endsWith(".tsv")
            || lower.endsWith(".csv.gz"));
  }

  /** POSIX tar, as far as it takes to find files: 512-byte headers, sizes in octal. */
  private static void tar(String name, InputStream in, Visitor visitor) throws IOException {
    byte[] header = new byte[512];
    while (in.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
      String entry = new String(header, 0, 100, StandardCharsets.UTF_8).split("\0", 2)[0];
      long size = octal(header);
      if (size < 0) {
        throw new StatementException(name + ": 归档已损坏 (the archive is damaged)");
      }
      boolean file = header[156] == '0' || header[156] == 0;
      var content = new Limited(in, size);
      if (file && wanted(entry)) {
        var buffered = new BufferedInputStream(content, 1 << 16);
        text(name + "/" + entry, buffered, peek(buffered), false, visitor);
      }
      content.skipNBytes(content.left);
      in.skipNBytes((512 - size % 512) % 512);
    }
  }

  private static long octal(byte[] header) {
    long size = 0;
    for (int i = 124; i < 136 && header[i] != 0 && header[i] != ' '; i++) {
      if (header[i] < '0' || header[i] > '7') {
        return -1;
      }
      size = size * 8 + header[i] - '0';
    }
    return size;
  }

  /** So many bytes of a stream; closing it leaves the stream open. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long size) {
      super(in);
      left = size;
    }

    @Override
    public int read() throws IOException {
      int one = left > 0 ? super.read() : -1;
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = super.read(target, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(Math.min(bytes, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public void close() {
      // the archive goes on after this file
    }
  }
}
