package org.tocsin.tracing.store;

import org.tocsin.tracing.Payment;

/**
 * The total order of payments: instant, then the bank's serial, then arrival. A missing serial
 * comes first, then the shorter, then the lesser text, which for digits is the order of numbers.
 */
final class Order {
  private Order() {}

  static int compareSerials(String a, String b) {
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  /** Order by instant and serial; a stable sort keeps arrival for equal ones. */
  static int compare(Payment a, Payment b) {
    int byInstant = a.at().compareTo(b.at());
    return byInstant != 0 ? byInstant : compareSerials(a.serial(), b.serial());
  }
}
