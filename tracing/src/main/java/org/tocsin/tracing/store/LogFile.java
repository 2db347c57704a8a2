package org.tocsin.tracing.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of frames: length, CRC-32C, bytes. What is put between two flushes is one frame, so that
 * it is found whole or not at all. Puts are made by one writer at a time, frames are taken and
 * written by one flusher.
 */
final class LogFile implements Closeable {
  static final int FRAME_HEAD = 8;
  private static final int FIRST_ROOM = 1 << 16;

  private final FileChannel channel;
  private ByteBuffer filling = fresh(FIRST_ROOM);
  private ByteBuffer writing = fresh(FIRST_ROOM);
  private long put;

  /** Opens a log for writing behind its first bytes, which are known to be good. */
  LogFile(Path file, long good) {
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(good);
      channel.position(good);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer fresh(int room) {
    return ByteBuffer.allocateDirect(room).order(ByteOrder.LITTLE_ENDIAN).position(FRAME_HEAD);
  }

  /** Room for an entry; only between {@code synchronized} on this log. */
  ByteBuffer room(int bytes) {
    if (filling.remaining() < bytes) {
      ByteBuffer larger = fresh(Math.max(filling.capacity() * 2, filling.position() + bytes));
      filling = larger.put(filling.duplicate().flip().position(FRAME_HEAD));
    }
    put += bytes;
    return filling;
  }

  /** Bytes put so far. */
  synchronized long position() {
    return put;
  }

  /**
   * Takes what was put so far as the next frame.
   *
   * @return the position that is safe once it is written
   */
  synchronized long take() {
    ByteBuffer frame = filling;
    filling = writing.clear().position(FRAME_HEAD);
    writing = frame;
    return put;
  }

  /** Writes the frame that was taken and forces it to disk. */
  void writeTaken() throws IOException {
    ByteBuffer frame = writing;
    if (frame.position() == FRAME_HEAD) {
      return;
    }
    frame.flip();
    frame.putInt(0, frame.limit() - FRAME_HEAD);
    frame.putInt(4, sum(frame, FRAME_HEAD, frame.limit()));
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    channel.force(false);
    frame.clear().position(FRAME_HEAD);
  }

  static int sum(ByteBuffer bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().limit(to).position(from));
    return (int) crc.getValue();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
