package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One payment with account numbers, as the log and rebuilding know it.
 *
 * @param millis instant in epoch milliseconds
 */
record Entry(int from, int to, long amount, long millis, String serial, String order) {
  static final int PLAIN_BYTES = 25;

  /** Orders by instant and serial. */
  static int compare(Entry a, Entry b) {
    int byInstant = Long.compare(a.millis, b.millis);
    return byInstant != 0 ? byInstant : Order.compareSerials(a.serial, b.serial);
  }

  void write(LogFile log) {
    if (serial.isEmpty() && order.isEmpty()) {
      writePlain(log, from, to, amount, millis);
      return;
    }
    byte[] first = serial.getBytes(StandardCharsets.UTF_8);
    byte[] second = order.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = log.room(PLAIN_BYTES + 8 + first.length + second.length);
    out.put(Kind.NOTED).putInt(from).putInt(to).putLong(amount).putLong(millis);
    out.putInt(first.length).put(first).putInt(second.length).put(second);
  }

  static void writePlain(LogFile log, int from, int to, long amount, long millis) {
    ByteBuffer out = log.room(PLAIN_BYTES);
    out.put(Kind.PLAIN).putInt(from).putInt(to).putLong(amount).putLong(millis);
  }

  /** Reads what follows the kind. */
  static Entry read(ByteBuffer in, byte kind) {
    int from = in.getInt();
    int to = in.getInt();
    long amount = in.getLong();
    long millis = in.getLong();
    boolean noted = kind == Kind.NOTED;
    return new Entry(from, to, amount, millis, noted ? text(in) : "", noted ? text(in) : "");
  }

  static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Kinds of entries in the logs. */
  static final class Kind {
    /** A payment. */
    static final byte PLAIN = 1;

    /** A payment with serial or order number. */
    static final byte NOTED = 2;

    /** So many removed payments follow, then so many added ones; taken in together. */
    static final byte GROUP = 3;

    /** A new account. */
    static final byte ACCOUNT = 4;

    /** An account's class and opening balance. */
    static final byte DESCRIBED = 5;

    private Kind() {}
  }
}
