package org.tocsin.app.registry.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text file as people send it: plain or gzip, UTF-8 or (what spreadsheets in China write)
 * GB18030, with or without a byte order mark. Reads at most a set number of bytes once unpacked.
 */
public final class TextSource {
  /** No file is read beyond this many bytes, unpacked. */
  public static final long MAX_BYTES = 1L << 30;

  private final Path file;
  private final long size;
  private final Charset charset;

  /**
   * Opens a file.
   *
   * @throws FileRefused if it is empty, too large or neither UTF-8 nor GB18030
   */
  public TextSource(Path file) {
    this.file = file;
    try {
      this.size = Files.size(file);
      if (size == 0) {
        throw new FileRefused("file-empty");
      }
      this.charset = charset();
    } catch (ZipException | java.io.EOFException e) {
      throw new FileRefused("file-gzip");
    } catch (IOException e) {
      throw new FileRefused("unreadable");
    }
  }

  /** Whether the text is UTF-8, as asked for. */
  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  private Charset charset() throws IOException {
    if (decodes(StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    Charset chinese = Charset.forName("GB18030");
    if (decodes(chinese)) {
      return chinese;
    }
    throw new FileRefused("file-encoding");
  }

  private boolean decodes(Charset with) throws IOException {
    char[] buffer = new char[1 << 16];
    try (Reader reader = strict(new Counted(unpacked(Files.newInputStream(file))), with)) {
      while (reader.read(buffer) >= 0) {
        // only whether it can be read
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The text and how far it is read. */
  Opened open() throws IOException {
    Counted raw = new Counted(Files.newInputStream(file));
    BufferedReader reader = new BufferedReader(strict(unpacked(raw), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return new Opened(reader, raw, size);
  }

  record Opened(BufferedReader reader, Counted raw, long size) implements AutoCloseable {
    double share() {
      return Math.min(1, raw.count / (double) size);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  private static Reader strict(InputStream in, Charset charset) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** Counts bytes and stops at the limit, so that a small gzip file cannot fill the machine. */
  static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int n) {
      count += n;
      if (count > MAX_BYTES) {
        throw new FileRefused("file-too-large", MAX_BYTES >> 20);
      }
    }
  }
}
