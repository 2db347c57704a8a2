package org.tocsin.bench.tracing.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a {@link Dataset}, working out the derived columns on the way. A sender whose known money
 * does not suffice is taken to have had the missing money from an unknown source at that instant
 * (the causal convention), so every payment is covered and every position is known at once.
 */
public final class DatasetWriter implements AutoCloseable {
  private final Path folder;
  private final int accounts;
  private final int hubs;
  private final long startEpochSecond;
  private final FileChannel out;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(8192 * Dataset.ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final long[] outflow;
  private final long[] inflow;
  private long id;

  public DatasetWriter(Path folder, int accounts, int hubs, long startEpochSecond)
      throws IOException {
    this.folder = folder;
    this.accounts = accounts;
    this.hubs = hubs;
    this.startEpochSecond = startEpochSecond;
    this.outflow = new long[accounts];
    this.inflow = new long[accounts];
    Files.createDirectories(folder);
    this.out =
        FileChannel.open(
            folder.resolve("rows.bin"),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /**
   * Adds the next payment.
   *
   * @return its position in the receiver's cumulative inflow
   */
  public long payment(int from, int to, int amountFen, int second) throws IOException {
    if (buffer.remaining() < Dataset.ROW_BYTES) {
      flush();
    }
    long outPos = outflow[from];
    inflow[from] = Math.max(inflow[from], outPos + amountFen);
    long balance = inflow[from] - outPos;
    outflow[from] = outPos + amountFen;
    long inPos = inflow[to];
    inflow[to] = inPos + amountFen;
    buffer.putInt(from).putInt(to).putInt(amountFen).putInt(second);
    buffer.putLong(outPos).putLong(inPos).putLong(balance);
    id++;
    return inPos;
  }

  /** Ends the ledger. */
  public Dataset finish() throws IOException {
    flush();
    Dataset dataset = new Dataset(folder, id, accounts, hubs, startEpochSecond);
    dataset.write();
    return dataset;
  }

  /** Keeps what will be asked. */
  public static void ask(Dataset dataset, List<Question> questions) throws IOException {
    Files.write(
        dataset.folder().resolve("questions.txt"), questions.stream().map(Question::line).toList());
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
