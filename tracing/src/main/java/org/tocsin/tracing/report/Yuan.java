package org.tocsin.tracing.report;

/** Amounts of fen as people read them. */
public final class Yuan {
  private Yuan() {}

  /** Yuan with two decimals and thousands separators, exact: {@code 50,000.00}. */
  public static String of(long fen) {
    String digits = Long.toString(Math.abs(fen));
    digits = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    var out = new StringBuilder(digits).insert(digits.length() - 2, '.');
    for (int i = digits.length() - 5; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return fen < 0 ? "-" + out : out.toString();
  }
}
