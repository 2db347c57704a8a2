package org.tocsin.bench.tracing.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code id,from,to,amount,second,out_pos,in_pos,balance} and a line feed for each payment. */
final class CsvRows extends InputStream {
  private static final int ROWS = 4096;
  private static final int LONGEST_LINE = 128;

  private final ByteBuffer rows = ByteBuffer.allocate(ROWS * Dataset.ROW_BYTES);
  private final byte[] digits = new byte[20];
  private final Dataset dataset;
  private byte[] text = new byte[ROWS * LONGEST_LINE];
  private @Nullable FileChannel in;
  private int at;
  private int end;
  private long id;

  CsvRows(Dataset dataset) {
    this.dataset = dataset;
    rows.order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public int read() throws IOException {
    return at < end || fill() ? text[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(text, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }

  private boolean fill() throws IOException {
    if (in == null) {
      in = FileChannel.open(dataset.rows(), StandardOpenOption.READ);
    }
    at = 0;
    end = 0;
    rows.clear();
    while (rows.hasRemaining() && in.read(rows) >= 0) {
      // Reads on until the buffer is full or the file ends.
    }
    rows.flip();
    while (rows.remaining() >= Dataset.ROW_BYTES) {
      if (text.length - end < LONGEST_LINE) {
        text = Arrays.copyOf(text, text.length * 2);
      }
      number(id++, ',');
      for (int i = 0; i < 4; i++) {
        number(rows.getInt(), ',');
      }
      number(rows.getLong(), ',');
      number(rows.getLong(), ',');
      number(rows.getLong(), '\n');
    }
    return end > 0;
  }

  private void number(long value, char then) {
    long rest = Math.abs(value);
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (value < 0) {
      text[end++] = '-';
    }
    while (count > 0) {
      text[end++] = digits[--count];
    }
    text[end++] = (byte) then;
  }
}
