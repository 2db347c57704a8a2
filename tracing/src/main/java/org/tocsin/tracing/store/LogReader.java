package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads the good frames of a log; a last one cut off or damaged was never acknowledged. */
final class LogReader {
  private LogReader() {}

  /**
   * Shows each good frame.
   *
   * @return how many bytes of the file are good; 0 for a file that does not exist
   */
  static long read(Path file, Consumer<ByteBuffer> frames) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long good = 0;
      ByteBuffer frame = next(channel, good);
      while (frame != null) {
        good += LogFile.FRAME_HEAD + (long) frame.remaining();
        frames.accept(frame);
        frame = next(channel, good);
      }
      return good;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @org.jspecify.annotations.Nullable ByteBuffer next(FileChannel channel, long at)
      throws IOException {
    ByteBuffer head = ByteBuffer.allocate(LogFile.FRAME_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    if (!fill(channel, head, at)) {
      return null;
    }
    int length = head.getInt(0);
    if (length <= 0 || length > channel.size() - at - LogFile.FRAME_HEAD) {
      return null;
    }
    ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (!fill(channel, frame, at + LogFile.FRAME_HEAD)) {
      return null;
    }
    return LogFile.sum(frame, 0, length) == head.getInt(4) ? frame.flip() : null;
  }

  private static boolean fill(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        return false;
      }
    }
    return true;
  }
}
