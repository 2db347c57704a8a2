package org.tocsin.bench.tracing.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;

/**
 * A ledger in files, for engines in processes of their own: {@code rows.bin} with 40 bytes a
 * payment, little endian (from, to, amount in fen, second: 4 bytes each; position in the sender's
 * cumulative outflow, in the receiver's cumulative inflow, sender's balance before: 8 bytes each),
 * {@code questions.txt} and {@code ledger.properties}.
 *
 * @param accounts numbered from 0 to below this
 * @param hubs accounts below this are merchants, payment institutions and exchanges
 * @param startEpochSecond the instant of second 0
 */
public record Dataset(Path folder, long payments, int accounts, int hubs, long startEpochSecond) {
  static final int ROW_BYTES = 40;
  private static final int ROWS_AT_ONCE = 8192;

  /** Takes rows in order; the first has id 0. */
  @FunctionalInterface
  public interface RowSink {
    /** Takes one. */
    void row(
        long id, int from, int to, int amountFen, int second, long outPos, long inPos, long balance)
        throws Exception;
  }

  /** Opens a folder that {@link DatasetWriter} has written. */
  public static Dataset open(Path folder) throws IOException {
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve("ledger.properties"))) {
      p.load(in);
    }
    return new Dataset(
        folder,
        Long.parseLong(p.getProperty("payments")),
        Integer.parseInt(p.getProperty("accounts")),
        Integer.parseInt(p.getProperty("hubs")),
        Long.parseLong(p.getProperty("start")));
  }

  void write() throws IOException {
    Properties p = new Properties();
    p.setProperty("payments", Long.toString(payments));
    p.setProperty("accounts", Integer.toString(accounts));
    p.setProperty("hubs", Integer.toString(hubs));
    p.setProperty("start", Long.toString(startEpochSecond));
    try (Writer out = Files.newBufferedWriter(folder.resolve("ledger.properties"))) {
      p.store(out, null);
    }
  }

  Path rows() {
    return folder.resolve("rows.bin");
  }

  /** Reads all payments in order. */
  public void forEach(RowSink sink) throws Exception {
    forEach(0, payments, sink);
  }

  /** Reads payments with ids from the first (included) to the end (excluded) in order. */
  public void forEach(long first, long end, RowSink sink) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(ROWS_AT_ONCE * ROW_BYTES);
    buffer.order(ByteOrder.LITTLE_ENDIAN);
    long id = first;
    try (FileChannel in = FileChannel.open(rows(), StandardOpenOption.READ)) {
      in.position(first * ROW_BYTES);
      while (id < end && in.read(buffer) >= 0) {
        buffer.flip();
        while (id < end && buffer.remaining() >= ROW_BYTES) {
          sink.row(
              id++,
              buffer.getInt(),
              buffer.getInt(),
              buffer.getInt(),
              buffer.getInt(),
              buffer.getLong(),
              buffer.getLong(),
              buffer.getLong());
        }
        buffer.compact();
      }
    }
    if (id != end) {
      throw new IOException("%s ends at row %d, before %d".formatted(rows(), id, end));
    }
  }

  /** All payments as text for a database's own bulk loading, made while it is read. */
  public InputStream csv() {
    return new CsvRows(this);
  }

  /** What is asked, in the order in which it is asked. */
  public List<Question> questions() throws IOException {
    return Files.readAllLines(folder.resolve("questions.txt")).stream()
        .map(Question::read)
        .toList();
  }
}
