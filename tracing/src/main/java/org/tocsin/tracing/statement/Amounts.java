package org.tocsin.tracing.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as banks print them, to exact fen. Nothing is rounded here, but what a spreadsheet's
 * binary numbers add at the 7th decimal.
 */
final class Amounts {
  /**
   * The largest amount taken: 90 trillion yuan, so that a thousand of them still add up in a long.
   */
  static final long MOST = 9_000_000_000_000_000L;

  private static final BigDecimal DUST = new BigDecimal("0.000001");

  private Amounts() {}

  /** What came of reading an amount: the fen, or the reason why not. */
  record Parsed(long fen, @Nullable Reason reason) {
    static Parsed bad(Reason reason) {
      return new Parsed(0, reason);
    }
  }

  /** Plain ASCII like {@code -50,000.00}; {@code Long.MIN_VALUE} when it is not that simple. */
  static long plain(byte[] bytes, int from, int to) {
    int i = from;
    boolean minus = i < to && bytes[i] == '-';
    if (minus) {
      i++;
    }
    long whole = 0;
    int digits = 0;
    for (; i < to && bytes[i] != '.'; i++) {
      int d = bytes[i] - '0';
      if (d >= 0 && d <= 9 && digits < 13) {
        whole = whole * 10 + d;
        digits++;
      } else if (bytes[i] != ',' || digits == 0) {
        return Long.MIN_VALUE;
      }
    }
    long fen = decimals(bytes, i, to);
    if (digits == 0 || fen < 0) {
      return Long.MIN_VALUE;
    }
    fen += whole * 100;
    return minus ? -fen : fen;
  }

  private static long decimals(byte[] bytes, int point, int to) {
    if (point >= to) {
      return 0;
    }
    long fen = 0;
    int places = 0;
    for (int i = point + 1; i < to; i++, places++) {
      int d = bytes[i] - '0';
      if (d < 0 || d > 9 || places >= 2 && d != 0) {
        return -1;
      }
      if (places < 2) {
        fen = fen * 10 + d;
      }
    }
    return places == 1 ? fen * 10 : fen;
  }

  /**
   * Any spelling: currency signs, thousands separators, brackets or a trailing minus for negative,
   * 万 and 亿, exponents.
   */
  static Parsed parse(String raw) {
    String text = Text.clean(raw).toUpperCase(Locale.ROOT);
    boolean minus = false;
    if (text.startsWith("(") && text.endsWith(")") && text.length() > 2) {
      minus = true;
      text = text.substring(1, text.length() - 1);
    }
    int point = text.indexOf('.');
    if (point >= 0 && text.indexOf(',', point) >= 0) {
      return Parsed.bad(
          Reason.NO_AMOUNT); // 1.200,00 is another country's way; guessing would be a factor of a
      // thousand
    }
    var digits = new StringBuilder();
    int shift = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case ',', ' ', '¥', '$', '元', '圆', '+' -> keepExponentSign(digits, c);
        case '万' -> shift += 4;
        case '亿' -> shift += 8;
        default -> digits.append(c);
      }
    }
    String number = digits.toString().replace("人民币", "").replace("CNY", "").replace("RMB", "");
    if (number.endsWith("-") && number.length() > 1) {
      minus = !minus;
      number = number.substring(0, number.length() - 1);
    }
    return number.isEmpty() || number.length() > 40
        ? Parsed.bad(Reason.NO_AMOUNT)
        : exact(number, shift, minus);
  }

  private static void keepExponentSign(StringBuilder digits, char c) {
    if (c == '+' && !digits.isEmpty() && digits.charAt(digits.length() - 1) == 'E') {
      digits.append(c);
    }
  }

  private static Parsed exact(String number, int shift, boolean minus) {
    BigDecimal yuan;
    try {
      yuan = new BigDecimal(number);
    } catch (NumberFormatException notANumber) {
      return Parsed.bad(Reason.NO_AMOUNT);
    }
    // Before any arithmetic: 1E999999999 is a short text and a number that fills the memory.
    if (Math.abs((long) yuan.scale()) > 60) {
      return Parsed.bad(Reason.AMOUNT_TOO_LARGE);
    }
    yuan = yuan.scaleByPowerOfTen(shift);
    BigDecimal rounded = yuan.setScale(2, RoundingMode.HALF_EVEN);
    if (yuan.subtract(rounded).abs().compareTo(DUST) > 0) {
      return Parsed.bad(Reason.FRACTION_OF_FEN);
    }
    BigDecimal fen = rounded.movePointRight(2);
    if (fen.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
      return Parsed.bad(Reason.AMOUNT_TOO_LARGE);
    }
    return new Parsed(minus ? -fen.longValueExact() : fen.longValueExact(), null);
  }

  /**
   * An amount of another currency times its rate, rounded half up to a fen: the one place where an
   * amount is rounded.
   */
  static Parsed converted(String raw, BigDecimal rate) {
    String text = Text.clean(raw).replace(",", "");
    if (text.isEmpty() || text.length() > 40) {
      return Parsed.bad(Reason.NO_AMOUNT);
    }
    BigDecimal amount;
    try {
      amount = new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return Parsed.bad(Reason.NO_AMOUNT);
    }
    if (Math.abs((long) amount.scale()) > 60) {
      return Parsed.bad(Reason.AMOUNT_TOO_LARGE);
    }
    BigDecimal fen = amount.multiply(rate).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    return fen.abs().compareTo(BigDecimal.valueOf(MOST)) > 0
        ? Parsed.bad(Reason.AMOUNT_TOO_LARGE)
        : new Parsed(fen.longValueExact(), null);
  }
}
