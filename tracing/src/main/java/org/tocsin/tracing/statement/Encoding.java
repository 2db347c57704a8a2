package org.tocsin.tracing.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a file is in: by its byte order mark, else UTF-8 when every byte fits it, else
 * GB18030 (which GBK is part of).
 */
final class Encoding {
  static final Charset GB18030 = Charset.forName("GB18030");

  private Encoding() {}

  /**
   * Bytes that a file's first bytes say nothing about the rest of: how many to skip as mark, and
   * whether it is UTF-16.
   */
  record Mark(int length, @Nullable Charset charset) {}

  static Mark mark(byte[] head, int length) {
    if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
      return new Mark(3, StandardCharsets.UTF_8);
    }
    if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return new Mark(2, StandardCharsets.UTF_16LE);
    }
    if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return new Mark(2, StandardCharsets.UTF_16BE);
    }
    return new Mark(0, null);
  }

  /**
   * The encoding that these bytes show, or null while they are plain ASCII. A character cut off at
   * the end does not count.
   */
  static @Nullable Charset of(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to && ascii; i++) {
      ascii = bytes[i] >= 0;
    }
    if (ascii) {
      return null;
    }
    for (int cut = 0; cut < 4 && to - cut > from; cut++) {
      if (utf8(bytes, from, to - cut)) {
        return StandardCharsets.UTF_8;
      }
    }
    return GB18030;
  }

  private static boolean utf8(byte[] bytes, int from, int to) {
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, to - from));
      return decoded.hasRemaining();
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** A UTF-16 stream as one in UTF-8, so that everything after it works on bytes. */
  static InputStream asUtf8(InputStream in, Charset charset) {
    Reader reader = new InputStreamReader(in, charset);
    return new InputStream() {
      private final char[] chars = new char[8_192];
      private byte[] ready = new byte[0];
      private int at;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (at == ready.length && !fill()) {
          return -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, offset, count);
        at += count;
        return count;
      }

      private boolean fill() throws IOException {
        int count = reader.read(chars, 0, chars.length - 1);
        if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
          int low = reader.read(); // both halves of one character go into the same piece
          if (low >= 0) {
            chars[count++] = (char) low;
          }
        }
        if (count <= 0) {
          return false;
        }
        ready = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }
}
