package org.tocsin.tracing.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Separated values (comma, tab, semicolon or bar), cut on bytes without decoding. Quoting follows
 * RFC 4180, leniently: a quotation mark that is never closed damages its own line only. In GB18030
 * the second byte of a character can look like a separator and is skipped.
 */
final class CsvTable implements Table {
  private static final int LONGEST = 1_000_000;
  private static final int MORE = -1;
  private static final int BROKEN = -2;

  /**
   * No cell of a statement has more lines: beyond that a stray quotation mark would swallow rows
   * unseen.
   */
  private static final int MOST_LINES = 10;

  private final String name;
  private final InputStream in;
  private final Row row = new Row();
  private byte[] buffer = new byte[1 << 18];
  private int position;
  private int limit;
  private boolean ended;
  private long nextLine = 1;
  private int linesOfRow;
  private boolean doubleByte;
  private @Nullable Charset charset;
  private @Nullable Reason damage;
  private final byte separator;

  /** Looks at the first bytes for encoding and separator. The stream is closed with this table. */
  CsvTable(String name, InputStream stream) throws IOException {
    this.name = name;
    InputStream source = stream;
    limit = source.readNBytes(buffer, 0, buffer.length);
    Encoding.Mark mark = Encoding.mark(buffer, limit);
    Charset marked = mark.charset();
    charset = marked;
    if (marked != null && !marked.equals(StandardCharsets.UTF_8)) {
      var all =
          new SequenceInputStream(
              new ByteArrayInputStream(buffer.clone(), 2, Math.max(0, limit - 2)), source);
      source = Encoding.asUtf8(all, marked);
      charset = StandardCharsets.UTF_8;
      limit = source.readNBytes(buffer, 0, buffer.length);
    } else {
      position = mark.length();
    }
    in = source;
    if (charset == null) {
      charset = Encoding.of(buffer, position, limit);
    }
    doubleByte = Encoding.GB18030.equals(charset);
    separator = separator();
  }

  /** The one of the four that the first lines hold most often. */
  private byte separator() {
    byte best = ',';
    int most = 0;
    for (byte candidate : new byte[] {',', '\t', ';', '|'}) {
      int count = 0;
      int lines = 0;
      for (int i = position; i < limit && lines < 50; i++) {
        if (doubleByte && buffer[i] < 0) {
          i++;
        } else if (buffer[i] == candidate) {
          count++;
        } else if (buffer[i] == '\n') {
          lines++;
        }
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
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
  public @Nullable Reason damage() {
    return damage;
  }

  @Override
  public boolean next() throws IOException {
    damage = null;
    while (true) {
      if (position == limit && ended) {
        return false;
      }
      int end = cut(true);
      if (end == MORE && !ended && limit - position <= LONGEST) {
        refill();
        continue;
      }
      if (end < 0) {
        end = damaged();
      }
      row.line = nextLine;
      nextLine += linesOfRow;
      position = end;
      return true;
    }
  }

  /** A quotation mark without its partner, or a row without end: this line alone, as it stands. */
  private int damaged() throws IOException {
    int end = cut(false);
    damage = end == MORE && !ended ? Reason.TOO_LONG : Reason.OPEN_QUOTE;
    while (end == MORE && !ended) {
      // Keep its beginning to be shown and read over the rest.
      limit = Math.min(limit, position + 1_000);
      refill();
      end = cut(false);
    }
    return end == MORE ? limit : end;
  }

  private void refill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    if (limit > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.readNBytes(buffer, limit, buffer.length - limit);
    ended = limit + count < buffer.length;
    if (charset == null) {
      charset = Encoding.of(buffer, limit, limit + count);
      doubleByte = Encoding.GB18030.equals(charset);
    }
    limit += count;
  }

  /**
   * Cuts one row into cells; where the next begins, or {@link #MORE} when its end is not in the
   * buffer.
   */
  private int cut(boolean quotes) {
    row.clear(buffer, charset == null ? StandardCharsets.UTF_8 : charset);
    linesOfRow = 1;
    int i = position;
    while (true) {
      int start = i;
      if (quotes && i < limit && buffer[i] == '"') {
        i = quoted(i);
        if (i < 0) {
          return i;
        }
      } else {
        i = unquoted(i);
        row.add(start, i, false);
      }
      if (i >= limit) {
        return ended ? limit : MORE;
      }
      byte stop = buffer[i++];
      if (stop == '\n') {
        return i;
      }
      if (stop == '\r') {
        return i < limit ? (buffer[i] == '\n' ? i + 1 : i) : (ended ? i : MORE);
      }
    }
  }

  private int unquoted(int from) {
    int i = from;
    byte[] bytes = buffer;
    for (; i < limit; i++) {
      byte b = bytes[i];
      if (b == separator || b == '\n' || b == '\r') {
        return i;
      }
      if (b < 0 && doubleByte) {
        i++;
      }
    }
    return Math.min(i, limit);
  }

  /** From the opening quotation mark to the separator after the closing one. */
  private int quoted(int open) {
    boolean doubled = false;
    for (int i = open + 1; i < limit; i++) {
      byte b = buffer[i];
      if (b == '\n') {
        if (++linesOfRow > MOST_LINES) {
          return BROKEN;
        }
      } else if (b < 0 && doubleByte) {
        i++;
      } else if (b == '"') {
        if (i + 1 < limit && buffer[i + 1] == '"') {
          doubled = true;
          i++;
        } else if (i + 1 < limit || ended) {
          int after = unquoted(i + 1);
          row.add(open + 1, i, doubled);
          return after;
        }
      }
    }
    return MORE;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
