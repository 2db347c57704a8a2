package org.tocsin.tracing.statement;

import java.util.Locale;

/**
 * Making text from banks comparable: full-width to half-width, invisible characters away,
 * spreadsheet tricks undone.
 */
final class Text {
  private Text() {}

  /**
   * Half-width, trimmed, without byte order marks and zero-width characters, and without {@code
   * ="…"} or a leading apostrophe.
   */
  static String clean(String raw) {
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = half(raw.charAt(i));
      if (c != 0) {
        out.append(c);
      }
    }
    String text = out.toString().strip();
    if (text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      text = text.substring(2, text.length() - 1).strip();
    }
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }

  /** The half-width character, or 0 for one that is not to be seen. */
  private static char half(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    return switch (c) {
      case '\u3000', '\u00a0', '\t', '\r', '\n' -> ' ';
      case '\ufeff', '\u200b', '\u200c', '\u200d', '\u2060', 0 -> 0;
      case '－', '—', '–', '−' -> '-';
      case '￥' -> '¥';
      default -> c;
    };
  }

  /**
   * A heading cell reduced to what matters for recognising it: no spaces or punctuation, one
   * spelling of 账, lower case.
   */
  static String heading(String raw) {
    var out = new StringBuilder();
    String text = clean(raw).toLowerCase(Locale.ROOT);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '帐' ? '账' : text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * An account number or key in one spelling: half-width, upper case, no spaces or hyphens between
   * digits.
   */
  static String account(String raw) {
    String text = clean(raw);
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between =
          (c == ' ' || c == '-')
              && i > 0
              && i + 1 < text.length()
              && digit(text.charAt(i - 1))
              && digit(text.charAt(i + 1));
      if (!between) {
        out.append(Character.toUpperCase(c));
      }
    }
    return blank(out) ? "" : out.toString();
  }

  /** Nothing, or one of the marks that banks print for nothing. */
  static boolean blank(CharSequence text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && c != '/' && c != ' ' && c != '*') {
        return switch (text.toString().toLowerCase(Locale.ROOT)) {
          case "null", "none", "nan", "n/a", "无", "空" -> true;
          default -> false;
        };
      }
    }
    return true;
  }

  /** A number in scientific notation, as a spreadsheet leaves a long account number. */
  static boolean digitsLost(String account) {
    int e = account.indexOf('E');
    if (e < 2 || account.indexOf('.') != 1 || e + 1 >= account.length()) {
      return false;
    }
    for (int i = 0; i < account.length(); i++) {
      char c = account.charAt(i);
      if (!digit(c) && c != '.' && c != 'E' && c != '+') {
        return false;
      }
    }
    return true;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
