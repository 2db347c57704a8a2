package org.tocsin.tracing.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Serials and order numbers of those payments that have one, in order of payments. Synchronized:
 * only people and pass-through hubs read them.
 */
final class Notes {
  private int[] payments = new int[16];
  private int[] senders = new int[16];
  private int[] ends = new int[16];
  private byte[] bytes = new byte[256];
  private int count;

  /** Adds the note of a payment after all noted before; nothing for two empty texts. */
  synchronized void add(int payment, int from, String serial, String order) {
    if (serial.isEmpty() && order.isEmpty()) {
      return;
    }
    if (count == payments.length) {
      payments = Arrays.copyOf(payments, count * 2);
      senders = Arrays.copyOf(senders, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    byte[] text = (serial + '\n' + order).getBytes(StandardCharsets.UTF_8);
    int begin = count == 0 ? 0 : ends[count - 1];
    if (begin + text.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(begin + text.length, bytes.length * 2));
    }
    System.arraycopy(text, 0, bytes, begin, text.length);
    payments[count] = payment;
    senders[count] = from;
    ends[count] = begin + text.length;
    count++;
  }

  synchronized String serial(int payment) {
    String text = text(payment);
    return text.substring(0, Math.max(0, text.indexOf('\n')));
  }

  synchronized String order(int payment) {
    String text = text(payment);
    return text.substring(text.indexOf('\n') + 1);
  }

  private String text(int payment) {
    int k = Arrays.binarySearch(payments, 0, count, payment);
    return k < 0 ? "" : textAt(k);
  }

  private String textAt(int k) {
    int begin = k == 0 ? 0 : ends[k - 1];
    return new String(bytes, begin, ends[k] - begin, StandardCharsets.UTF_8);
  }

  /** Sees every note: payment, sender, serial, order number. */
  interface Visitor {
    void note(int payment, int from, String serial, String order);
  }

  synchronized void forEach(Visitor visitor) {
    for (int k = 0; k < count; k++) {
      String text = textAt(k);
      int cut = text.indexOf('\n');
      visitor.note(payments[k], senders[k], text.substring(0, cut), text.substring(cut + 1));
    }
  }

  /** Its form in a segment: count, bytes, then the three columns and the text. */
  synchronized ByteBuffer toBytes() {
    int length = count == 0 ? 0 : ends[count - 1];
    ByteBuffer buffer = ByteBuffer.allocate(8 + 12 * count + length);
    buffer.order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(count).putInt(length);
    for (int[] column : new int[][] {payments, senders, ends}) {
      buffer.asIntBuffer().put(column, 0, count);
      buffer.position(buffer.position() + 4 * count);
    }
    return buffer.put(bytes, 0, length).flip();
  }

  static Notes of(ByteBuffer buffer) {
    Notes notes = new Notes();
    notes.count = buffer.getInt();
    int length = buffer.getInt();
    notes.payments = column(buffer, notes.count);
    notes.senders = column(buffer, notes.count);
    notes.ends = column(buffer, notes.count);
    notes.bytes = new byte[Math.max(length, 16)];
    buffer.get(notes.bytes, 0, length);
    return notes;
  }

  private static int[] column(ByteBuffer buffer, int count) {
    int[] column = new int[Math.max(count, 16)];
    buffer.asIntBuffer().get(column, 0, count);
    buffer.position(buffer.position() + 4 * count);
    return column;
  }
}
